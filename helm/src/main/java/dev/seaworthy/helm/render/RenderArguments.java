package dev.seaworthy.helm.render;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as the native library takes it: several values in one text.
 *
 * @param values one {@code key=value}, URL-encoded
 * @param stringFiles one {@code key=file}, URL-encoded: the value is the file's content, a string
 * @param valuesFiles paths, separated by commas
 */
record RenderArguments(
    String chart,
    String releaseName,
    String namespace,
    String kubeVersion,
    String values,
    String stringFiles,
    String valuesFiles) {

  /** Files that the library reads are written into {@code folder}. */
  static RenderArguments of(RenderRequest request, Path folder) throws IOException {
    return new RenderArguments(
        request.chart().toAbsolutePath().toString(),
        request.releaseName(),
        request.namespace(),
        request.kubeVersion(),
        typedValues(request.sets()),
        stringValues(request.sets(), folder),
        valuesFiles(request.valuesFiles(), folder));
  }

  static RenderArguments ofList(List<String> list) {
    return new RenderArguments(
        list.get(0), list.get(1), list.get(2), list.get(3), list.get(4), list.get(5), list.get(6));
  }

  List<String> toList() {
    return List.of(chart, releaseName, namespace, kubeVersion, values, stringFiles, valuesFiles);
  }

  /**
   * The library takes a map of keys to values, applies it in random order, and escapes each value,
   * so that lists are lost. But it leaves keys as they are: everything goes into a single key, and
   * what follows its last comma is a value without a name, which Helm leaves out.
   */
  private static String typedValues(List<SetValue> sets) {
    StringBuilder joined = new StringBuilder();
    for (SetValue set : sets) {
      if (set.kind() == SetValue.Kind.TYPED && !set.text().isEmpty()) {
        joined.append(SetText.closed(set.text()));
      }
    }
    return joined.length() == 0 ? "" : encode(joined.toString()) + "=";
  }

  /** Strings are told apart from other values only where they are files: each becomes one. */
  private static String stringValues(List<SetValue> sets, Path folder) throws IOException {
    StringBuilder joined = new StringBuilder();
    for (SetValue set : sets) {
      if (set.kind() == SetValue.Kind.STRING && !set.text().isEmpty()) {
        for (SetText.Part part : SetText.parts(SetText.closed(set.text()))) {
          joined.append(part.isValue() ? fileWith(part.text(), folder) : part.text());
        }
      }
    }
    return joined.length() == 0 ? "" : encode(joined.toString()) + "=";
  }

  private static String fileWith(String value, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "value", "");
    return SetText.escape(Files.writeString(file, value).toString());
  }

  private static String valuesFiles(List<Path> files, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      String name = file.toAbsolutePath().toString();
      if (name.indexOf(',') >= 0 || name.indexOf('%') >= 0) {
        Path copy = Files.createTempFile(folder, "v", ".yaml");
        Files.write(copy, Files.readAllBytes(file));
        name = copy.toString();
      }
      names.add(name);
    }
    return String.join(",", names);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
