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
 * Reads a model class: fields by their annotation {@code @SerializedName}, required ones by {@code
 * @ApiModelProperty(required = true)} on the getter.
 */
final class ModelReader extends ClassVisitor {

  private static final int API = Opcodes.ASM9;
  private static final String SERIALIZED_NAME = "Lcom/google/gson/annotations/SerializedName;";
  private static final String PROPERTY = "Lio/swagger/annotations/ApiModelProperty;";

  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> jsonNames = new HashMap<>();
  private final Set<String> required = new HashSet<>();

  private ModelReader() {
    super(API);
  }

  static Model read(String name, byte[] classFile) {
    ModelReader reader = new ModelReader();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    List<Model.Field> fields = new ArrayList<>();
    reader.jsonNames.forEach(
        (field, jsonName) ->
            fields.add(
                new Model.Field(
                    jsonName, reader.types.get(field), reader.required.contains(field))));
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
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Getter();
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

  /** A method whose annotation speaks of the field that it returns. */
  private final class Getter extends MethodVisitor {
    private boolean requires;

    Getter() {
      super(API);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      if (!type.equals(PROPERTY)) {
        return null;
      }
      return new AnnotationVisitor(API) {
        @Override
        public void visit(String name, Object value) {
          requires |= name.equals("required") && value.equals(Boolean.TRUE);
        }
      };
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (requires && opcode == Opcodes.GETFIELD) {
        required.add(name);
      }
    }
  }
}
