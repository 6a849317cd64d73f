package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoObject;
import java.util.List;
import java.util.Optional;

/**
 * A file of Rego.
 *
 * @param file the name of the source
 * @param version which grammar it is written in
 * @param packagePath the path after {@code data}: strings
 * @param imports in the order of the text
 * @param rules in the order of the text
 * @param annotations the metadata blocks
 * @param packageLocation where the package is declared
 */
public record Module(
    String file,
    RegoVersion version,
    List<String> packagePath,
    List<Import> imports,
    List<Rule> rules,
    List<Annotations> annotations,
    RegoLocation packageLocation) {

  public Module {
    packagePath = List.copyOf(packagePath);
    imports = List.copyOf(imports);
    rules = List.copyOf(rules);
    annotations = List.copyOf(annotations);
  }

  /**
   * An import.
   *
   * @param path what is imported, such as {@code data.lib.x}, {@code input.y} or {@code rego.v1}
   * @param alias the name after {@code as}
   */
  public record Import(Term path, Optional<String> alias, RegoLocation location) {}

  /**
   * A {@code # METADATA} block.
   *
   * @param scope {@code rule}, {@code document}, {@code package} or {@code subpackages}
   * @param content the YAML of the block as a value
   * @param rule the index of the rule that it precedes; absent for a package's
   * @param location the line with {@code METADATA}
   */
  public record Annotations(
      String scope, RegoObject content, Optional<Integer> rule, RegoLocation location) {}
}
