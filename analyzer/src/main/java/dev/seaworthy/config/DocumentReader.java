package dev.seaworthy.config;

import dev.seaworthy.engine.Limits;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.NodeDefaults;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the text of a configuration file. Each key of the top level has one line here. */
final class DocumentReader {

  private final Function<PolicySettings, RuleCatalog> catalogs;
  private final PathPatterns patterns;
  private final ErrorCollector errors;

  DocumentReader(
      Function<PolicySettings, RuleCatalog> catalogs,
      PathPatterns patterns,
      ErrorCollector errors) {
    this.catalogs = catalogs;
    this.patterns = patterns;
    this.errors = errors;
  }

  Configuration read(Path file, SourceText text) {
    YamlStream stream = YamlReader.read(text);
    for (Problem problem : stream.problems()) {
      errors.add(problem.span(), problem.message(), problem.hint());
    }
    List<YamlDocument> documents = stream.documents();
    if (documents.size() > 1) {
      errors.add(
          documents.get(1).root(),
          "a second document starts here",
          "Write everything in one document, without '---' between.");
    }
    YamlNode root =
        documents.isEmpty()
            ? new YamlMapping(0, 0, List.of(), List.of())
            : documents.get(0).root().resolved();
    return new Value("the configuration", root, errors)
        .section("Start with a key, such as 'profile: strict'.")
        .map(section -> read(file, section))
        .orElse(Configuration.DEFAULT);
  }

  private Configuration read(Path file, Section root) {
    Optional<Profile> profile = root.value("profile").flatMap(v -> v.oneOf(Profile.values()));
    Optional<FailOn> failOn = root.value("failOn").flatMap(v -> v.oneOf(FailOn.values()));
    Optional<KubernetesVersion> version = root.value("kubernetesVersion").flatMap(Formats::version);
    PolicySettings policies = policies(root, file);
    List<LocatedText> schemaLocations = located(root.value("schemaLocations"));
    RulesReader rules = new RulesReader(catalogs.apply(policies), new IgnoreReader(patterns));
    root.value("rules")
        .flatMap(v -> v.section("Write the ids of rules as its keys."))
        .ifPresent(section -> rules.read(section, errors));
    List<String> exclude = exclude(root.value("exclude"));
    ClusterSettings cluster =
        root.value("cluster")
            .flatMap(v -> v.section("Write keys below it, such as 'rootlessNodes: true'."))
            .map(DocumentReader::cluster)
            .orElse(ClusterSettings.DEFAULT);
    Limits limits =
        root.value("limits")
            .flatMap(v -> v.section("Write keys below it, such as 'maxFileSize: 32MiB'."))
            .map(DocumentReader::limits)
            .orElse(Limits.DEFAULT);
    HelmSettings helm =
        root.value("helm")
            .flatMap(v -> v.section("Write keys below it, such as 'releaseName: web'."))
            .map(section -> new HelmReader(file, patterns, errors).read(section))
            .orElse(HelmSettings.DEFAULT);
    root.end();
    return new Configuration(
        Optional.of(file),
        rules.selection(profile.orElse(Profile.RECOMMENDED)),
        failOn.orElse(FailOn.DEFAULT),
        version.map(cluster::withVersion).orElse(cluster),
        exclude,
        rules.ignores(),
        limits,
        rules.parameters(),
        policies,
        schemaLocations,
        helm);
  }

  private static PolicySettings policies(Section root, Path file) {
    return new PolicySettings(
        paths(root.value("policies"), file),
        paths(root.value("policyData"), file),
        texts(root.value("policyNamespaces")));
  }

  private static List<String> exclude(Optional<Value> list) {
    return list.stream()
        .flatMap(value -> value.items().stream())
        .flatMap(item -> Formats.pattern(item).stream())
        .toList();
  }

  /** Paths that are relative to the folder of the file. */
  private static List<Path> paths(Optional<Value> list, Path file) {
    return texts(list).stream().map(path -> file.resolveSibling(path).normalize()).toList();
  }

  private static List<String> texts(Optional<Value> list) {
    return list.stream()
        .flatMap(value -> value.items().stream())
        .flatMap(item -> item.text().stream())
        .toList();
  }

  private static List<LocatedText> located(Optional<Value> list) {
    return list.stream()
        .flatMap(value -> value.items().stream())
        .flatMap(item -> item.text().map(text -> new LocatedText(text, item.location())).stream())
        .toList();
  }

  private static ClusterSettings cluster(Section section) {
    ClusterSettings cluster =
        new ClusterSettings(
            Optional.empty(),
            section.value("rootlessNodes").flatMap(Value::bool),
            section.value("userNamespaces").flatMap(Value::bool),
            section.value("seccompDefault").flatMap(Value::bool),
            nodes(section));
    section.end();
    return cluster;
  }

  private static NodeDefaults nodes(Section section) {
    NodeDefaults base = NodeDefaults.DEFAULT;
    Optional<Value> capabilities = section.value("runtimeDefaultCapabilities");
    return new NodeDefaults(
        capabilities.isPresent()
            ? Set.copyOf(Formats.capabilities(capabilities.get()))
            : base.runtimeDefaultCapabilities(),
        bool(section, "anonymousKubeletPort", base.anonymousKubeletPort()),
        bool(section, "unprivilegedBpf", base.unprivilegedBpf()),
        bool(section, "socketGroupRights", base.socketGroupRights()),
        bool(section, "controlPlaneTaints", base.controlPlaneTaints()),
        bool(section, "seLinuxEnforced", base.seLinuxEnforced()),
        bool(section, "deviceCgroup", base.deviceCgroup()));
  }

  private static boolean bool(Section section, String key, boolean absent) {
    return section.value(key).flatMap(Value::bool).orElse(absent);
  }

  private static Limits limits(Section section) {
    Optional<Integer> maxFileSize = section.value("maxFileSize").flatMap(Formats::size);
    section.end();
    return maxFileSize.map(Limits.DEFAULT::withMaxFileBytes).orElse(Limits.DEFAULT);
  }
}
