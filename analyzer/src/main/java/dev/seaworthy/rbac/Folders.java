package dev.seaworthy.rbac;

import dev.seaworthy.model.KubernetesObject;

/** Where objects of an open namespace belong together. */
final class Folders {

  private Folders() {}

  /** The folder of an object's file, with a slash at its end; empty for the outermost. */
  static String of(KubernetesObject object) {
    String file = object.document().source().name();
    return file.substring(0, file.lastIndexOf('/') + 1);
  }
}
