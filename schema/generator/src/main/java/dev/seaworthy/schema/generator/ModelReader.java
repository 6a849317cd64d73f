package dev.seaworthy.schema.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads a model class: fields by their annotation {@code @SerializedName}, required ones by
 * {@code @ApiModelProperty(required = true)} on the getter.
 */
final class ModelReader extends ClassVisitor {

  private static final int API = Opcodes.ASM9;
  private static final String SERIALIZED_NAME = "Lcom/google/gson/annotations/SerializedName;";
  private static final String ALL = "openapiFields";
  private static final String REQUIRED = "openapiRequiredFields";

  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> jsonNames = new HashMap<>();
  private final Map<String, Set<String>> constants = new HashMap<>();

  private ModelReader() {
    super(API);
  }

  static Model read(String name, byte[] classFile) {
    ModelReader reader = new ModelReader();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    Set<String> required = reader.constants.getOrDefault(REQUIRED, Set.of());
    if (!Set.copyOf(reader.jsonNames.values())
        .equals(reader.constants.getOrDefault(ALL, Set.of()))) {
      throw new IllegalStateException(name + " does not list its fields as other models do");
    }
    List<Model.Field> fields = new ArrayList<>();
    reader.jsonNames.forEach(
        (field, jsonName) ->
            fields.add(
                new Model.Field(jsonName, reader.types.get(field), required.contains(jsonName))));
    fields.sort(Comparator.comparing(Model.Field::name));
    return new Model(name, fields);
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    types.put(name, signature == null ? descriptor : signature);
    return new FieldVisitor(API) {
      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
        return type.equals(SERIALIZED_NAME) ? new JsonName(name) : null;
      }
    };
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return name.equals("<clinit>") ? new Constants() : null;
  }

  private final class JsonName extends AnnotationVisitor {
    private final String field;

    JsonName(String field) {
      super(API);
      this.field = field;
    }

    @Override
    public void visit(String name, Object value) {
      if (name.equals("value")) {
        jsonNames.put(field, value.toString());
      }
    }
  }

  /**
   * The sets of texts that the class initializes: made of an array of them, or empty and then
   * filled one by one.
   */
  private final class Constants extends MethodVisitor {
    private final List<String> texts = new ArrayList<>();
    private String set = "";

    Constants() {
      super(API);
    }

    @Override
    public void visitLdcInsn(Object value) {
      texts.add(value.toString());
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      set = name;
      if (opcode == Opcodes.PUTSTATIC) {
        addTexts();
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (name.equals("add")) {
        addTexts();
      }
    }

    private void addTexts() {
      constants.computeIfAbsent(set, name -> new HashSet<>()).addAll(texts);
      texts.clear();
    }
  }
}
