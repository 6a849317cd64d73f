package dev.seaworthy.bench;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rego.value.RegoYaml;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the benchmarks of Rego work on. */
final class Policies {

  /** A policy as source and as Wasm, the test fixture of {@code seaworthy-rego-wasm}. */
  static final String FIXTURE = "/dev/seaworthy/rego/wasm/";

  private static final String BUNDLED = "/dev/seaworthy/rego/";
  private static final List<String> REGISTRIES = List.of("registry.example.com", "ghcr.io/shop");

  private Policies() {}

  /** The bundled policies and their helpers: texts by name. */
  static Map<String, String> bundled() throws IOException, URISyntaxException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String folder : List.of("lib", "policies")) {
      URL url = Objects.requireNonNull(Policies.class.getResource(BUNDLED + folder));
      URI uri = url.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          read(jar.getPath(BUNDLED + folder), folder, texts);
        }
      } else {
        read(Path.of(uri), folder, texts);
      }
    }
    return texts;
  }

  private static void read(Path path, String folder, Map<String, String> texts) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.sorted().toList()) {
        texts.put(folder + "/" + file.getFileName(), Files.readString(file));
      }
    }
  }

  /** So many policies: one over and over, in packages of their own. */
  static Map<String, String> copies(int count) throws IOException {
    String text = text(FIXTURE + "policy/workload.rego");
    Map<String, String> copies = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      copies.put(i + ".rego", text.replace("package workload\n", "package workloads.w" + i + "\n"));
    }
    return copies;
  }

  static CompiledPolicy compile(Map<String, String> texts) throws RegoException {
    RegoCompiler.Builder compiler =
        RegoCompiler.builder().data((RegoObject) RegoValue.of(Map.of("registries", REGISTRIES)));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      // as the bundled policies are: what they say of themselves is in an index
      compiler.module(
          RegoParser.parseWithoutMetadata(text.getKey(), text.getValue(), RegoVersion.V1));
    }
    return compiler.compile();
  }

  /** A Deployment of about 1.5 kB of JSON. */
  static RegoValue deployment() {
    return value(Manifests.deployment(1));
  }

  /** The Deployment with its containers so many times over. */
  static RegoValue deployment(int times) {
    String text = Manifests.deployment(1);
    int from = text.indexOf("        - name: app");
    int to = text.indexOf("      volumes:");
    String containers = text.substring(from, to).repeat(times);
    return value(text.substring(0, from) + containers + text.substring(to));
  }

  private static RegoValue value(String manifest) {
    SourceText text = new SourceText("manifest.yaml", manifest);
    return RegoYaml.of(YamlReader.read(text).documents().get(0).root());
  }

  static String text(String resource) throws IOException {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Policies.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    }
  }
}
