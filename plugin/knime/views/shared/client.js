"use strict";
/*
 * Talks to KNIME. A view's page lies in a frame; it asks by messages to the window around it and is answered by
 * messages, matched by a number. Knows nothing of what is drawn.
 */
const Knime = (() => {
  // KNIME's own pages give up after 10 s; a long recording on a slow disk may take longer.
  const PATIENCE = 120_000;
  const open = new Map();
  let number = 0;
  let config = {};

  window.addEventListener("message", (event) => {
    const message = event.data;
    if (event.source !== window.parent || message?.type !== "UIExtensionResponse") {
      return;
    }
    const question = open.get(message.requestId);
    if (question) {
      open.delete(message.requestId);
      clearTimeout(question.timer);
      question.resolve(message.payload);
    }
  });

  const ask = (method, ...params) =>
    new Promise((resolve, reject) => {
      const requestId = `ecgdistill-${Date.now()}-${++number}`;
      const timer = setTimeout(() => {
        open.delete(requestId);
        reject(new Error("KNIME did not respond. Close the view and open it again."));
      }, PATIENCE);
      open.set(requestId, { resolve, timer });
      window.parent.postMessage({ type: "UIExtensionRequest", requestId, payload: { method, params } }, "*");
    });

  const parsed = (text) => (typeof text === "string" && text !== "" ? JSON.parse(text) : text);

  const warn = (messages) => {
    if (messages?.length) {
      ask("sendAlert", { type: "warn", warnings: messages.map((message) => ({ message })) });
    }
  };

  const fail = (message) => {
    ask("sendAlert", { type: "error", message });
    return new Error(message);
  };

  const service = (serviceType, dataServiceRequest) =>
    ask("callNodeDataService", {
      projectId: config.projectId,
      workflowId: config.workflowId,
      nodeId: config.nodeId,
      extensionType: config.extensionType,
      serviceType,
      dataServiceRequest,
    }).then(parsed);

  return {
    /** The node's configuration and its initial data; fails with a sentence to show. */
    async start() {
      config = (await ask("getConfig")) ?? {};
      window.parent.postMessage({ type: "UIExtensionReady" }, "*");
      const answer = parsed(config.initialData) ?? (await service("initial_data", ""));
      const error = answer?.userError ?? answer?.internalError;
      if (error) {
        throw fail(error.message ?? "The node's data could not be read.");
      }
      warn(answer?.warningMessages);
      return { config, data: answer?.result };
    },

    /** Calls a method of the view's data service. */
    async call(method, ...params) {
      let answer = await service("data", JSON.stringify({ jsonrpc: "2.0", id: ++number, method, params }));
      // KNIME's answer holds the node's answer as text
      while (answer && !("jsonrpc" in answer) && "result" in answer) {
        answer = parsed(answer.result);
      }
      if (!answer || answer.error) {
        throw fail(answer?.error?.message ?? "The node did not respond.");
      }
      warn(answer.warningMessages);
      return answer.result;
    },

    /** Hands over the picture that the Image Output wants. */
    imageGenerated: (image) => ask("imageGenerated", image),

    /** Tells KNIME that the report can take the page. */
    reportDrawn: () => ask("setReportingContent", false),
  };
})();
