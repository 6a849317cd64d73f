package dev.seaworthy.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a Java example of the documentation and loads its class. */
final class CompiledExample {

  private static final Pattern CLASS_NAME = Pattern.compile("public class (\\w+)");

  private CompiledExample() {}

  static Class<?> load(String source, Path folder)
      throws IOException, ReflectiveOperationException {
    Matcher name = CLASS_NAME.matcher(source);
    if (!name.find()) {
      throw new AssertionError("the example has no public class:\n" + source);
    }
    Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        List.of(
            "--release",
            "17",
            "-Xlint:all",
            "-Werror",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            file.toString());
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new AssertionError("the example does not compile:\n" + source);
    }
    // stays open: the class may load more of its classes later
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    return loader.loadClass(name.group(1));
  }
}
