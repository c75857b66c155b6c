"""`python -m cam_graphql` is `cam-graphql`."""

from cam_graphql.command_line import main

main()
