package dev.seaworthy.helm.render;

import com.marcnuri.helm.jni.DependencyOptions;
import com.marcnuri.helm.jni.TemplateOptions;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The native library, loaded. One call at a time: for the time of a call the library replaces the
 * standard streams of Go's run time.
 */
final class NativeHelm {

  private static final byte[] NOTHING = {};

  private final Functions functions;

  private NativeHelm(Functions functions) {
    this.functions = functions;
  }

  /**
   * Loads the library.
   *
   * @throws LinkageError if it cannot be loaded
   */
  static NativeHelm load(Path library) {
    return new NativeHelm(Native.load(library.toString(), Functions.class));
  }

  /** Helm's version. */
  synchronized String version() {
    return read(functions.Version(), Long.MAX_VALUE).text().strip();
  }

  synchronized Reply render(RenderArguments arguments, long outputLimit) {
    return read(functions.Template(new Options(arguments)), outputLimit);
  }

  synchronized Reply updateDependencies(String chart) {
    DependencyOptions options = new DependencyOptions(chart, null, 0, 0, 0);
    return read(functions.DependencyUpdate(options), Integer.MAX_VALUE);
  }

  private Reply read(Answer answer, long outputLimit) {
    try {
      byte[] error = bytes(answer.err, Integer.MAX_VALUE);
      if (error.length > 0) {
        return new Reply(Reply.Kind.REFUSAL, error);
      }
      if (length(answer.out) > outputLimit) {
        return new Reply(Reply.Kind.TOO_LARGE, NOTHING);
      }
      return new Reply(Reply.Kind.OUTPUT, bytes(answer.out, outputLimit));
    } finally {
      functions.Free(answer);
    }
  }

  private static long length(@Nullable Pointer text) {
    return text == null ? 0 : text.indexOf(0, (byte) 0);
  }

  private static byte[] bytes(@Nullable Pointer text, long limit) {
    long length = Math.min(length(text), limit);
    return text == null || length == 0 ? NOTHING : text.getByteArray(0, (int) length);
  }

  /** Those of the library's functions that are used, by their names there. */
  interface Functions extends Library {
    Answer Template(TemplateOptions options);

    Answer DependencyUpdate(DependencyOptions options);

    Answer Version();

    void Free(Answer answer);
  }

  /** Options whose texts are in UTF-8 on every platform. */
  public static final class Options extends TemplateOptions {
    private Options(RenderArguments arguments) {
      super(
          arguments.releaseName(),
          null,
          arguments.chart(),
          arguments.namespace(),
          arguments.kubeVersion(),
          0,
          1,
          arguments.values(),
          arguments.stringFiles(),
          arguments.valuesFiles(),
          null,
          null,
          null,
          0,
          0,
          null,
          0,
          null);
      setStringEncoding("UTF-8");
    }
  }

  /**
   * What each function returns: texts in UTF-8 that end with a zero. Unlike the structure that
   * comes with the library, it leaves the texts where they are until they are wanted.
   */
  public static final class Answer extends Structure implements Structure.ByValue {
    public @Nullable Pointer out;
    public @Nullable Pointer err;
    public @Nullable Pointer stdOut;
    public @Nullable Pointer stdErr;

    @Override
    protected List<String> getFieldOrder() {
      return List.of("out", "err", "stdOut", "stdErr");
    }
  }
}
