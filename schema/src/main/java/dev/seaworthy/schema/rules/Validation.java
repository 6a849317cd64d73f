package dev.seaworthy.schema.rules;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ReadBudget;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.schema.SchemaSource;
import dev.seaworthy.schema.crd.CustomResource;
import dev.seaworthy.schema.crd.CustomResources;
import dev.seaworthy.schema.crd.CustomVersion;
import dev.seaworthy.schema.validate.CompiledSchema;
import dev.seaworthy.schema.validate.SchemaProblem;
import dev.seaworthy.schema.validate.SchemaViolation;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.yaml.YamlNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds objects against their schemas, each once for all rules. Safe for any number of threads.
 *
 * <p>What is made of a schema is kept; what came of an object is kept with the object.
 */
final class Validation {

  private final Schemas schemas;
  private final Map<Key, Compiled> compiled = new ConcurrentHashMap<>();

  Validation(Schemas schemas) {
    this.schemas = schemas;
  }

  private record Key(SchemaSource source, String apiVersion, String kind) {}

  private record Compiled(Optional<CompiledSchema> schema, @Nullable SchemaProblem problem) {}

  /** The last verdict on an object: its rules run one after the other. */
  private static final class Memo {

    private @Nullable Validation validation;
    private @Nullable ScannedObjects scanned;
    private @Nullable Verdict verdict;

    synchronized Verdict get(KubernetesObject object, Validation asking, ScannedObjects others) {
      Verdict known = verdict;
      if (known == null || validation != asking || scanned != others) {
        known = ReadBudget.unlimited(() -> asking.judge(object, others));
        verdict = known;
        validation = asking;
        scanned = others;
      }
      return known;
    }
  }

  Schemas schemas() {
    return schemas;
  }

  /**
   * What came of an object.
   *
   * @param scanned the definitions of custom resources, and maybe other objects
   */
  Verdict of(KubernetesObject object, ScannedObjects scanned) {
    return object.derived(Memo.class, unused -> new Memo()).get(object, this, scanned);
  }

  private Verdict judge(KubernetesObject object, ScannedObjects scanned) {
    List<CustomResource> resources = CustomResources.of(scanned).of(object);
    Verdict verdict = resources.isEmpty() ? bySources(object) : byDefinitions(object, resources);
    return GroupKind.of(object).equals(CustomResource.DEFINITION)
        ? verdict.with(problems(CustomResource.of(object)))
        : verdict;
  }

  private Verdict bySources(KubernetesObject object) {
    String apiVersion = object.reference().apiVersion();
    for (SchemaSource source : schemas.sources().apply(object.cluster().version())) {
      Compiled found =
          compiled.computeIfAbsent(new Key(source, apiVersion, object.kind()), this::compile);
      if (found.problem() != null) {
        return Verdict.failed(List.of(problem(object.root().get("kind"), found.problem())));
      }
      if (found.schema().isPresent()) {
        return validate(object, found.schema().get());
      }
    }
    return Verdict.unknown();
  }

  private Compiled compile(Key key) {
    try {
      Optional<String> text = key.source().schema(key.apiVersion(), key.kind());
      return new Compiled(
          text.isPresent() ? Optional.of(CompiledSchema.of(text.get())) : Optional.empty(), null);
    } catch (SchemaProblem e) {
      return refused(key, e.getMessage());
    } catch (UncheckedIOException e) {
      return refused(key, e.getCause().getMessage());
    }
  }

  private static Compiled refused(Key key, String reason) {
    String file =
        key.source()
            .origin(key.apiVersion(), key.kind())
            .map(name -> "schema '" + name + "': ")
            .orElse("");
    return new Compiled(Optional.empty(), new SchemaProblem(file + reason));
  }

  private static Verdict validate(KubernetesObject object, CompiledSchema schema) {
    try {
      List<SchemaViolation> found = schema.validate(object.node(), SecretFields.of(object));
      return found.size() > CompiledSchema.MANY
          ? Verdict.of(schema, found.subList(0, CompiledSchema.MANY)).with(List.of(tooMany(object)))
          : Verdict.of(schema, found);
    } catch (SchemaProblem e) {
      return Verdict.failed(List.of(problem(object.root().get("kind"), e)));
    }
  }

  /** Of definitions that lie equally near, an object is meant for the one that it fits best. */
  private static Verdict byDefinitions(KubernetesObject object, List<CustomResource> resources) {
    return resources.stream()
        .map(resource -> byDefinition(object, resource))
        .min(
            Comparator.comparing((Verdict verdict) -> verdict.notServed().isPresent())
                .thenComparing(verdict -> verdict.violations().size()))
        .orElseThrow();
  }

  private static Verdict byDefinition(KubernetesObject object, CustomResource resource) {
    String apiVersion = object.reference().apiVersion();
    Optional<CustomVersion> version =
        resource.version(apiVersion.substring(apiVersion.indexOf('/') + 1));
    if (version.isEmpty() || !version.get().isServed()) {
      return Verdict.notServed(notServed(object, resource));
    }
    try {
      return version
          .get()
          .schema()
          .map(schema -> validate(object, schema))
          .orElseGet(Verdict::known);
    } catch (SchemaProblem e) {
      // told at the definition
      return Verdict.known();
    }
  }

  private static String notServed(KubernetesObject object, CustomResource resource) {
    String served =
        resource.versions().stream()
            .filter(CustomVersion::isServed)
            .map(version -> "'" + resource.kind().group() + "/" + version.name() + "'")
            .collect(Collectors.joining(", "));
    return "'"
        + object.reference().apiVersion()
        + "' of '"
        + object.kind()
        + "' is not served: its definition has "
        + (served.isEmpty() ? "no version that is" : served);
  }

  private static List<Problem> problems(CustomResource resource) {
    List<Problem> problems = new ArrayList<>(0);
    for (CustomVersion version : resource.versions()) {
      try {
        version.schema();
      } catch (SchemaProblem e) {
        problems.add(problem(version.field(), e));
      }
    }
    return problems;
  }

  private static Problem tooMany(KubernetesObject object) {
    Location place = place(object.root().get("kind"));
    return Problem.at(
        ProblemKind.TOO_MANY_FINDINGS,
        place.file(),
        place.span(),
        "more than "
            + CompiledSchema.MANY
            + " things are wrong with '"
            + object
            + "': the rest is"
            + " left out",
        "Mend these, and run again; or check whether the schema is that of this object.");
  }

  private static Problem problem(Field field, SchemaProblem cause) {
    Location place = place(field);
    return Problem.at(
        ProblemKind.SCHEMA_ERROR,
        place.file(),
        place.span(),
        cause.getMessage(),
        "No object of the kind is held against it. Mend the schema, or leave it out.");
  }

  private static Location place(Field field) {
    YamlNode node = field.node().orElse(field.object().node());
    return field.object().document().source().locate(node.start(), node.end());
  }
}
