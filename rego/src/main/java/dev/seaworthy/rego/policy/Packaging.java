package dev.seaworthy.rego.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what each start would otherwise have to work out again; called by the build. */
final class Packaging {

  private Packaging() {}

  /**
   * @param arguments the folder of the module's resources
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.writeString(folder.resolve(BundledPolicies.INDEX), PolicyIndex.text());
    Files.writeString(folder.resolve(BundledPolicies.FACTS_FILE), PackagedFacts.text());
  }
}
