package dev.seaworthy.rbac;

import dev.seaworthy.model.KubernetesObject;

/** Where objects of an open namespace belong together. */
final class Folders {

  /** Where a chart keeps what it renders, in whatever folders below. */
  private static final String TEMPLATES = "templates/";

  private Folders() {}

  /** The folder of an object's file, with a slash at its end; empty for the outermost. */
  static String of(KubernetesObject object) {
    String file = object.document().source().name();
    int templates = file.startsWith(TEMPLATES) ? 0 : file.indexOf("/" + TEMPLATES) + 1;
    boolean inChart = templates > 0 || file.startsWith(TEMPLATES);
    return inChart
        ? file.substring(0, templates + TEMPLATES.length())
        : file.substring(0, file.lastIndexOf('/') + 1);
  }
}
