// The door of scene/: the analysed, annotated document that acts are read from.
export { sceneOf } from "./scene.ts";
export type { Annotations, Scene, SceneSentence } from "./scene.ts";
