package dev.seaworthy.schema.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What one release of the official Java client says of the Kubernetes API. Its classes are read as
 * files; none is loaded, so nothing that they depend on is needed.
 *
 * @param jar the file, for messages
 * @param models the model classes by name
 * @param apis the API classes by name
 */
record Client(Path jar, Map<String, Model> models, List<ApiClass> apis) {

  private static final String MODELS = "io/kubernetes/client/openapi/models/";
  private static final String APIS = "io/kubernetes/client/openapi/apis/";
  private static final String API_SUFFIX = "Api";

  static Client read(Path jar) throws IOException {
    Map<String, Model> models = new TreeMap<>();
    List<ApiClass> apis = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        String name = simpleName(entry.getName());
        if (entry.getName().startsWith(MODELS + name + ".class")) {
          models.put(name, ModelReader.read(name, bytes(file, entry)));
        } else if (entry.getName().startsWith(APIS + name + ".class")
            && name.endsWith(API_SUFFIX)) {
          String prefix = name.substring(0, name.length() - API_SUFFIX.length());
          ApiReader.read(prefix, bytes(file, entry)).ifPresent(apis::add);
        }
      }
    }
    if (models.isEmpty() || apis.isEmpty()) {
      throw new IOException(jar + " holds no client of the Kubernetes API");
    }
    apis.sort(Comparator.comparing(ApiClass::name));
    return new Client(jar, models, apis);
  }

  /** Whether the client knows {@code Model} or {@code Model.field}. */
  boolean knows(String modelAndField) {
    int dot = modelAndField.indexOf('.');
    return dot < 0 ? models.containsKey(modelAndField) : field(modelAndField).isPresent();
  }

  /** Whether the client calls {@code Model.field} required. */
  boolean requires(String modelAndField) {
    return field(modelAndField).filter(Model.Field::required).isPresent();
  }

  private Optional<Model.Field> field(String modelAndField) {
    String[] names = modelAndField.split("\\.", 2);
    return Optional.ofNullable(models.get(names[0])).flatMap(model -> model.field(names[1]));
  }

  private static String simpleName(String entry) {
    String file = entry.substring(entry.lastIndexOf('/') + 1);
    boolean topLevel = file.endsWith(".class") && file.indexOf('$') < 0;
    return topLevel ? file.substring(0, file.length() - ".class".length()) : "";
  }

  private static byte[] bytes(JarFile file, JarEntry entry) throws IOException {
    try (var stream = file.getInputStream(entry)) {
      return stream.readAllBytes();
    }
  }
}
