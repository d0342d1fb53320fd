// onnxruntime-node 1.16.3 ships no types. It is used for what it shares with onnxruntime-web, whose types say it.
declare module "onnxruntime-node" {
  export { env, InferenceSession, Tensor } from "onnxruntime-web";
}
