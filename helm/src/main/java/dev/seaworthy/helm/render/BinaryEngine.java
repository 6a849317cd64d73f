package dev.seaworthy.helm.render;

import dev.seaworthy.helm.render.RenderResult.Reason;
import dev.seaworthy.helm.render.RenderResult.Refused;
import dev.seaworthy.helm.render.RenderResult.Rendered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders with an installed {@code helm}. */
final class BinaryEngine implements HelmEngine {

  private static final Duration VERSION_TIME = Duration.ofSeconds(20);
  private static final Duration UPDATE_TIME = Duration.ofHours(1);
  private static final Pattern SUPPORTED = Pattern.compile("v(?:[3-9]|[1-9]\\d+)\\.\\d\\S*");
  private static final String ERROR = "Error: ";

  private final Path helm;
  private final EngineLimits limits;
  private final HelmProgram program;
  private final LazyFolder folder = new LazyFolder();
  private volatile @Nullable String version;
  private volatile boolean isClosed;

  BinaryEngine(Path helm, EngineLimits limits) {
    this.helm = helm.toAbsolutePath();
    this.limits = limits;
    this.program = new HelmProgram(this.helm);
  }

  @Override
  public RenderResult render(RenderRequest request) {
    if (isClosed) {
      throw new IllegalStateException("the engine is closed");
    }
    try {
      knownVersion();
      try (PrivateFolder home = folder.createFolder()) {
        Optional<String> objection = ChartGuard.objection(request.chart());
        if (objection.isPresent()) {
          return new Refused(objection.get());
        }
        return result(program.run(arguments(request, home.path()), home.path(), limits));
      }
    } catch (EngineUnavailableException e) {
      return isClosed ? Failures.of(Reason.CANCELLED, limits) : e.toResult();
    } catch (LimitException e) {
      return Failures.of(e.reason(), limits);
    } catch (IOException e) {
      return Failures.unreadable(e);
    }
  }

  private static List<String> arguments(RenderRequest request, Path home) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add("template");
    arguments.add("--no-hooks");
    arguments.add("--namespace=" + request.namespace());
    arguments.add("--kube-version=" + request.kubeVersion());
    for (Path file : request.valuesFiles()) {
      arguments.add("--values=" + plainlyNamed(file, home));
    }
    for (SetValue set : request.sets()) {
      arguments.add((set.kind() == SetValue.Kind.STRING ? "--set-string=" : "--set=") + set.text());
    }
    for (String apiVersion : request.apiVersions()) {
      arguments.add("--api-versions=" + apiVersion);
    }
    arguments.add("--");
    arguments.add(request.releaseName());
    arguments.add(request.chart().toAbsolutePath().toString());
    return arguments;
  }

  /** Helm takes commas and quotation marks in the option for syntax, and '%' for that of a URL. */
  private static String plainlyNamed(Path file, Path home) throws IOException {
    String name = file.toAbsolutePath().toString();
    if (name.matches("[^,\"%]*")) {
      return name;
    }
    Path copy = Files.createTempFile(home, "values", ".yaml");
    return Files.write(copy, Files.readAllBytes(file)).toString();
  }

  private RenderResult result(HelmProgram.Run run) {
    if (run.status() == 0) {
      return new Rendered(run.output());
    }
    int error = ("\n" + run.errors()).indexOf("\n" + ERROR);
    if (error >= 0) {
      return new Refused(run.errors().substring(error + ERROR.length()).strip());
    }
    if (ErrorTail.tellsOfMemory(run.errors())) {
      return Failures.of(Reason.MEMORY, limits);
    }
    return Failures.crashed(ErrorTail.cause(run.errors()));
  }

  @Override
  public boolean takesApiVersions() {
    return true;
  }

  @Override
  public Optional<String> version() {
    try {
      return Optional.of(knownVersion());
    } catch (EngineUnavailableException | LimitException e) {
      return Optional.empty();
    }
  }

  private String knownVersion() throws EngineUnavailableException, LimitException {
    String known = version;
    if (known == null) {
      known = askVersion();
      version = known;
    }
    return known;
  }

  private String askVersion() throws EngineUnavailableException, LimitException {
    try (PrivateFolder home = folder.createFolder()) {
      List<String> arguments = List.of("version", "--template={{.Version}}");
      HelmProgram.Run run = program.run(arguments, home.path(), limits.withTime(VERSION_TIME));
      String told = run.output().strip();
      if (run.status() == 0 && SUPPORTED.matcher(told).matches()) {
        return told;
      }
      throw notHelm(told.isEmpty() ? run.errors().strip() : told);
    } catch (LimitException e) {
      if (e.reason() == Reason.CANCELLED) {
        throw e;
      }
      throw notHelm("");
    }
  }

  private EngineUnavailableException notHelm(String told) {
    String line = told.lines().findFirst().map(text -> ": it says '" + text + "'").orElse("");
    return new EngineUnavailableException(
        "'" + helm + "' is not Helm 3 or newer" + line,
        "Name another 'helm', or use the engine that comes with Seaworthy.");
  }

  @Override
  public void prepare() {
    Thread thread = new Thread(this::version, "seaworthy-helm-start");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public DependencyUpdate updateDependencies(Path chart) {
    try (PrivateFolder home = folder.createFolder()) {
      List<String> arguments =
          List.of("dependency", "update", "--", chart.toAbsolutePath().toString());
      HelmProgram.Run run =
          program.runWithEnvironment(arguments, home.path(), limits.withTime(UPDATE_TIME));
      boolean isDone = run.status() == 0;
      return new DependencyUpdate(isDone, (isDone ? run.output() : run.errors()).strip());
    } catch (EngineUnavailableException | LimitException e) {
      return new DependencyUpdate(false, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    isClosed = true;
    program.close();
    folder.close();
  }
}
