package dev.seaworthy.schema.validate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one document of a schema and the parts of other files that it refers to, as in {@code
 * _definitions.json#/definitions/io.k8s.api.core.v1.PodSpec}.
 */
public final class SchemaBundle {

  private static final int MAX_NODES = 2_000_000;
  private static final int MAX_FILES = 100;
  private static final String PLACE = "seaworthy-";

  private static final Pattern TO_OTHERS = Pattern.compile("\"\\$ref\"\\s*:\\s*\"[^#\"]");
  private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");

  private final Files files;
  private final Map<Path, JsonNode> documents = new HashMap<>();
  private final Map<Target, String> names = new HashMap<>();
  private final Deque<Target> open = new ArrayDeque<>();
  private int nodes;

  private SchemaBundle(Files files) {
    this.files = files;
  }

  /** Reads files. */
  @FunctionalInterface
  public interface Files {

    /**
     * The text of a file.
     *
     * @throws SchemaProblem if it cannot or must not be read
     */
    String read(Path file) throws SchemaProblem;
  }

  private record Target(Path file, String pointer) {}

  /**
   * The schema in a file. References to URLs stay as they are.
   *
   * @throws SchemaProblem if a file is not read, or is none that can be referred to
   */
  public static String of(Path file, Files files) throws SchemaProblem {
    String text = files.read(file);
    return TO_OTHERS.matcher(text).find() ? new SchemaBundle(files).bundle(file, text) : text;
  }

  private String bundle(Path file, String text) throws SchemaProblem {
    if (!(copy(SchemaReader.read(text), file, null) instanceof ObjectNode root)) {
      return text;
    }
    ObjectNode parts = root.get("$defs") instanceof ObjectNode own ? own : root.putObject("$defs");
    while (!open.isEmpty()) {
      Target target = open.remove();
      parts.set(PLACE + names.get(target), copy(find(target), target.file(), target.file()));
    }
    return root.toString();
  }

  private JsonNode find(Target target) throws SchemaProblem {
    JsonNode document = documents.get(target.file());
    if (document == null) {
      if (documents.size() == MAX_FILES) {
        throw new SchemaProblem("the schema refers to more than " + MAX_FILES + " files");
      }
      document = SchemaReader.read(files.read(target.file()));
      documents.put(target.file(), document);
    }
    boolean isPointer = target.pointer().isEmpty() || target.pointer().startsWith("/");
    JsonNode found = isPointer ? document.at(target.pointer()) : document.path(0);
    if (found.isMissingNode()) {
      throw new SchemaProblem(
          "the schema refers to '#"
              + target.pointer()
              + "' in '"
              + target.file().getFileName()
              + "', which has nothing there");
    }
    return found;
  }

  /**
   * @param other the file that the node is of; null for the root, whose own references hold
   */
  private JsonNode copy(JsonNode node, Path file, @Nullable Path other) throws SchemaProblem {
    if (++nodes > MAX_NODES) {
      throw new SchemaProblem("the schema and what it refers to is too large");
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        String name = entry.getKey();
        JsonNode value = entry.getValue();
        if (name.equals("$ref") && value.isString()) {
          copy.put(name, reference(value.stringValue(), file, other != null));
        } else if (CompiledSchema.NAMED.contains(name) && value instanceof ObjectNode named) {
          ObjectNode schemas = copy.putObject(name);
          for (Map.Entry<String, JsonNode> schema : named.properties()) {
            schemas.set(schema.getKey(), copy(schema.getValue(), file, other));
          }
        } else {
          boolean isData = CompiledSchema.DATA.contains(name);
          copy.set(name, isData ? value : copy(value, file, other));
        }
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      for (JsonNode item : array) {
        copy.add(copy(item, file, other));
      }
      return copy;
    }
    return node;
  }

  private String reference(String text, Path file, boolean isMoved) throws SchemaProblem {
    if (URL.matcher(text).matches() || (text.startsWith("#") && !isMoved)) {
      return text;
    }
    int hash = text.indexOf('#');
    String name = hash < 0 ? text : text.substring(0, hash);
    String pointer = hash < 0 ? "" : text.substring(hash + 1);
    try {
      Path meant = name.isEmpty() ? file : file.resolveSibling(name).normalize();
      return "#/$defs/" + PLACE + place(new Target(meant, pointer));
    } catch (InvalidPathException e) {
      throw new SchemaProblem("the schema refers to '" + text + "', which is no file");
    }
  }

  private String place(Target target) {
    String known = names.get(target);
    if (known == null) {
      known = String.valueOf(names.size());
      names.put(target, known);
      open.add(target);
    }
    return known;
  }
}
