/** Sending a file to `POST /uploads`, whose token mutations take. */
import { currentToken } from "../app/session";

/** The token of a file that was sent. `progress` is told from 0 to 1. Rejects with what is wrong, in words. */
export function upload(file: File, progress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    // Not `fetch`, which does not tell how far sending is.
    const request = new XMLHttpRequest();
    request.open("POST", "/uploads");
    request.setRequestHeader("authorization", `Bearer ${currentToken() ?? ""}`);
    request.setRequestHeader("x-cam-upload", encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onerror = () => reject(new Error("The file could not be sent. Try again."));
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status < 300 && answer.token) resolve(answer.token);
      else reject(new Error(answer.error ?? `The file was not taken (${request.status}).`));
    };
    request.send(file);
  });
}

type Answer = { token?: string; error?: string };

function read(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
