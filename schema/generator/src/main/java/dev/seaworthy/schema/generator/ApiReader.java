package dev.seaworthy.schema.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads an API class: group and version from the paths that it calls. */
final class ApiReader extends ClassVisitor {

  private static final int API = Opcodes.ASM9;
  private static final Pattern PATH = Pattern.compile("/apis?/(?:([^/{}]+)/)?(v\\d[^/{}]*)/.*");

  private final Set<String> apiVersions = new TreeSet<>();
  private final List<String> methods = new ArrayList<>();

  private ApiReader() {
    super(API);
  }

  /** The class, unless it serves no version of a group of its own. */
  static Optional<ApiClass> read(String name, byte[] classFile) {
    ApiReader reader = new ApiReader();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    if (reader.apiVersions.isEmpty()) {
      return Optional.empty();
    }
    if (reader.apiVersions.size() > 1) {
      throw new IllegalStateException(name + " serves several versions: " + reader.apiVersions);
    }
    return Optional.of(
        new ApiClass(name, reader.apiVersions.iterator().next(), List.copyOf(reader.methods)));
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    methods.add(name);
    return new MethodVisitor(API) {
      @Override
      public void visitLdcInsn(Object value) {
        if (value instanceof String text) {
          readPath(text);
        }
      }
    };
  }

  private void readPath(String text) {
    Matcher path = PATH.matcher(text);
    if (path.matches()) {
      String group = path.group(1);
      apiVersions.add(group == null ? path.group(2) : group + "/" + path.group(2));
    }
  }
}
