package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;

/**
 * What policies in Conftest's style find under {@code data.conftest}: the file of the object, by
 * its {@code name} and the {@code dir} that it lies in.
 */
final class ConftestFile {

  private ConftestFile() {}

  /**
   * @param folder what the name is relative to; may be empty
   * @param source the name of the file, with {@code /}
   */
  static RegoObject data(String folder, String source) {
    boolean absolute = source.startsWith("/") || folder.isEmpty();
    String path = absolute ? source : folder + "/" + source;
    int slash = path.lastIndexOf('/');
    RegoObject file =
        RegoObject.builder()
            .put("name", new RegoString(path.substring(slash + 1)))
            .put("dir", new RegoString(path.substring(0, Math.max(slash, 0))))
            .build();
    RegoObject conftest = RegoObject.builder().put("file", file).build();
    return RegoObject.builder().put("conftest", conftest).build();
  }
}
