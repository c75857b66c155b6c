import { type GraphiQLPlugin, useGraphiQL } from "@graphiql/react";
import { EXAMPLES, type Example } from "./examples";

const PARTS = [...new Set(EXAMPLES.map(({ part }) => part))];

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 4h14v16H5zM8 8h8M8 12h8M8 16h5" />
    </svg>
  );
}

/** Operations to begin with: a click puts one into the editor. */
function Examples() {
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const take = (example: Example) => {
    query?.setValue(example.query);
    variables?.setValue(example.variables ? JSON.stringify(example.variables, null, 2) : "");
  };
  return (
    <div className="cam-examples">
      <h2>Examples</h2>
      {PARTS.map((part) => (
        <section key={part}>
          <h3>{part}</h3>
          <ul>
            {EXAMPLES.filter((example) => example.part === part).map((example) => (
              <li key={example.name}>
                <button type="button" onClick={() => take(example)}>
                  {example.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: "Examples", icon: Icon, content: Examples };
