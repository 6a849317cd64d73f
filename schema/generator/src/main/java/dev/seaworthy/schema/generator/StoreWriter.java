package dev.seaworthy.schema.generator;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes the schemas of all versions. A definition that is the same in several versions is written
 * once; definitions that are needed together are compressed together.
 *
 * <p>The format is described where it is read, in {@code dev.seaworthy.schema.SchemaStore}.
 */
final class StoreWriter {

  private static final int MAGIC = 0x53575331;

  /** Bytes of text after which a block ends: smaller ones compress worse, larger ones cost more. */
  private static final int BLOCK = 16 * 1024;

  private static final Pattern REFERENCE = Pattern.compile("\"#/\\$defs/(\\w+)\"");

  /**
   * The schemas of one version.
   *
   * @param definitions JSON Schemas by name
   */
  record Version(int major, int minor, List<Kind> kinds, Map<String, String> definitions) {}

  private record Definition(String name, String schema) {}

  private record Place(int number, int block) {}

  private final List<Version> versions;
  private final Map<Definition, Place> places = new LinkedHashMap<>();
  private final List<StringBuilder> blocks = new ArrayList<>();

  private StoreWriter(List<Version> versions) {
    this.versions = versions;
  }

  /**
   * The store as bytes.
   *
   * @param versions oldest first
   */
  static byte[] write(List<Version> versions) throws IOException {
    StoreWriter writer = new StoreWriter(versions);
    for (int i = versions.size() - 1; i >= 0; i--) {
      writer.place(versions.get(i));
    }
    return writer.bytes();
  }

  /** The definitions of pods go first, next to each other: most of what is written has a pod. */
  private void place(Version version) {
    blocks.add(new StringBuilder());
    for (Definition definition : inOrderOfUse(version)) {
      if (!places.containsKey(definition)) {
        StringBuilder block = blocks.get(blocks.size() - 1);
        if (block.length() >= BLOCK) {
          block = new StringBuilder();
          blocks.add(block);
        }
        places.put(definition, new Place(places.size(), blocks.size() - 1));
        block.append(definition.schema());
      }
    }
  }

  private static Set<Definition> inOrderOfUse(Version version) {
    Set<Definition> order = new LinkedHashSet<>();
    for (Kind kind : version.kinds()) {
      if (kind.apiVersion().equals("v1") && kind.name().equals("Pod")) {
        visit(version, kind.model(), order);
      }
    }
    version.kinds().forEach(kind -> visit(version, kind.model(), order));
    version.definitions().forEach((name, schema) -> order.add(new Definition(name, schema)));
    return order;
  }

  private static void visit(Version version, String name, Set<Definition> order) {
    String schema = version.definitions().get(name);
    if (order.add(new Definition(name, schema))) {
      Matcher reference = REFERENCE.matcher(schema);
      while (reference.find()) {
        visit(version, reference.group(1), order);
      }
    }
  }

  private byte[] bytes() throws IOException {
    List<byte[]> sections = new ArrayList<>();
    sections.add(section(this::writeDirectory));
    for (Version version : versions) {
      sections.add(section(out -> writeIndex(version, out)));
    }
    for (StringBuilder block : blocks) {
      sections.add(section(out -> out.write(block.toString().getBytes(StandardCharsets.UTF_8))));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeShort(sections.size());
      for (byte[] section : sections) {
        out.writeInt(section.length);
      }
      for (byte[] section : sections) {
        out.write(section);
      }
    }
    return bytes.toByteArray();
  }

  private void writeDirectory(DataOutputStream out) throws IOException {
    out.writeShort(versions.size());
    for (Version version : versions) {
      out.writeShort(version.major());
      out.writeShort(version.minor());
    }
    byte[] names =
        places.keySet().stream()
            .map(Definition::name)
            .collect(Collectors.joining("\n", "", "\n"))
            .getBytes(StandardCharsets.UTF_8);
    out.writeShort(places.size());
    out.writeInt(names.length);
    out.write(names);
    for (Map.Entry<Definition, Place> entry : places.entrySet()) {
      out.writeShort(1 + versions.size() + entry.getValue().block());
      out.writeInt(entry.getKey().schema().getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private void writeIndex(Version version, DataOutputStream out) throws IOException {
    out.writeShort(version.kinds().size());
    for (Kind kind : version.kinds()) {
      out.writeUTF(kind.apiVersion());
      out.writeUTF(kind.name());
      out.writeBoolean(kind.namespaced());
      out.writeBoolean(kind.list());
      out.writeShort(number(version, kind.model()));
    }
    out.writeShort(version.definitions().size());
    for (String name : version.definitions().keySet()) {
      out.writeShort(number(version, name));
    }
  }

  private int number(Version version, String name) {
    return places.get(new Definition(name, version.definitions().get(name))).number();
  }

  private interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  private static byte[] section(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 8192))) {
      content.writeTo(out);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
