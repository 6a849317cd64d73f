package dev.seaworthy.schema;

import dev.seaworthy.model.KubernetesVersion;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The file with the schemas of all versions, which the build makes.
 *
 * <p>Numbers are big-endian and unsigned, texts are those of {@link DataInputStream#readUTF()}. The
 * file is a magic number (4 bytes), the number of sections (2), the length of each (4), and the
 * sections, each deflated without a header:
 *
 * <ol>
 *   <li>the directory: the number of versions (2), of each major and minor (2, 2); the number of
 *       definitions (2), the length of their names (4) and the names, a line each; of each the
 *       section that holds it (2) and its length there (4), one after the other
 *   <li>per version an index: the number of kinds (2), of each apiVersion, kind, whether namespaced
 *       (1), whether a list (1) and its definition (2); the number of definitions (2), of each its
 *       number in the directory (2)
 *   <li>blocks of definitions, JSON in UTF-8
 * </ol>
 */
final class SchemaStore {

  /** A definition: where its text is. */
  record Definition(String name, int section, int offset, int length) {}

  /** A kind, whether its objects are lists of others, and its definition. */
  record Root(ApiKind kind, boolean list, Definition definition) {}

  /** What there is in one version. */
  record Index(List<Root> roots, List<Definition> definitions) {}

  private static final int MAGIC = 0x53575331;
  private static final String RESOURCE = "kubernetes.schemas";

  private final ByteBuffer file;
  private final int[] starts;
  private final List<KubernetesVersion> versions = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();

  SchemaStore(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes);
    if (bytes.length < 6 || file.getInt(0) != MAGIC) {
      throw new IllegalStateException("the schemas of Kubernetes are damaged");
    }
    int sections = Short.toUnsignedInt(file.getShort(4));
    this.starts = new int[sections + 1];
    starts[0] = 6 + 4 * sections;
    for (int i = 0; i < sections; i++) {
      starts[i + 1] = starts[i] + file.getInt(6 + 4 * i);
    }
    readDirectory();
  }

  /** The store of this library. */
  static byte[] resource() {
    try (InputStream stream = SchemaStore.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the schemas of Kubernetes are not on the class path");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the schemas of Kubernetes cannot be read", e);
    }
  }

  /** The versions, oldest first. */
  List<KubernetesVersion> versions() {
    return Collections.unmodifiableList(versions);
  }

  /**
   * What there is in one of the versions.
   *
   * @param version its place among the versions, from 0
   */
  Index index(int version) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(inflate(1 + version)))) {
      List<Root> roots = new ArrayList<>();
      for (int count = in.readUnsignedShort(); count > 0; count--) {
        String apiVersion = in.readUTF();
        String kind = in.readUTF();
        ApiKind apiKind = new ApiKind(apiVersion, kind, in.readBoolean());
        boolean list = in.readBoolean();
        roots.add(new Root(apiKind, list, definitions.get(in.readUnsignedShort())));
      }
      List<Definition> known = new ArrayList<>();
      for (int count = in.readUnsignedShort(); count > 0; count--) {
        known.add(definitions.get(in.readUnsignedShort()));
      }
      return new Index(roots, known);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private void readDirectory() {
    ByteBuffer in = ByteBuffer.wrap(inflate(0));
    for (int count = in.getShort(); count > 0; count--) {
      versions.add(new KubernetesVersion(in.getShort(), in.getShort()));
    }
    int left = Short.toUnsignedInt(in.getShort());
    byte[] lines = new byte[in.getInt()];
    in.get(lines);
    String names = new String(lines, StandardCharsets.UTF_8);
    int start = 0;
    int section = 0;
    int offset = 0;
    for (; left > 0; left--) {
      int end = names.indexOf('\n', start);
      int next = Short.toUnsignedInt(in.getShort());
      offset = next == section ? offset : 0;
      section = next;
      Definition definition =
          new Definition(names.substring(start, end), section, offset, in.getInt());
      definitions.add(definition);
      offset += definition.length();
      start = end + 1;
    }
  }

  private byte[] inflate(int section) {
    int start = starts[section];
    ByteArrayInputStream deflated =
        new ByteArrayInputStream(file.array(), start, starts[section + 1] - start);
    Inflater inflater = new Inflater(true);
    try (InputStream stream = new InflaterInputStream(deflated, inflater, 8192)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw damaged(e);
    } finally {
      inflater.end();
    }
  }

  private static UncheckedIOException damaged(IOException cause) {
    return new UncheckedIOException("the schemas of Kubernetes are damaged", cause);
  }

  /** A reader of definitions. */
  Reader reader() {
    return new Reader();
  }

  /** Reads definitions, and inflates each block that holds some of them once. */
  final class Reader {
    private final byte[][] blocks = new byte[starts.length - 1][];

    String text(Definition definition) {
      byte[] block = blocks[definition.section()];
      if (block == null) {
        block = inflate(definition.section());
        blocks[definition.section()] = block;
      }
      return new String(block, definition.offset(), definition.length(), StandardCharsets.UTF_8);
    }
  }
}
