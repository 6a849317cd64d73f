package dev.seaworthy.model;

/** Where the value of a setting comes from. */
public enum Origin {
  /** The container sets it. */
  CONTAINER,
  /** The pod sets it, and the container does not override it. */
  POD,
  /** A legacy annotation of the pod sets it. */
  ANNOTATION,
  /** Nobody sets it: the default of Kubernetes, or of the nodes as assumed. */
  DEFAULT,
  /** Nobody sets it: the image or the runtime decides, which no manifest shows. */
  UNKNOWN
}
