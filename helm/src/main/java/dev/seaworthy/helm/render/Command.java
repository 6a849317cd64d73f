package dev.seaworthy.helm.render;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the native engine is to do, within a process or between two. */
record Command(Kind kind, List<String> arguments) {

  /** What to do. */
  enum Kind {
    /** Load the library: its path, and the kubeconfig to write, if lookups shall find nothing. */
    LOAD,
    /** Render: {@link RenderArguments#toList}, after the limit of the output in bytes. */
    RENDER,
    /** Update dependencies: the chart's path. */
    UPDATE_DEPENDENCIES
  }

  private static final Kind[] KINDS = Kind.values();

  void write(DataOutputStream out) throws IOException {
    out.writeByte(kind.ordinal());
    out.writeInt(arguments.size());
    for (String argument : arguments) {
      byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }

  static Command read(DataInputStream in) throws IOException {
    Kind kind = KINDS[in.readUnsignedByte()];
    int count = in.readInt();
    List<String> arguments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      arguments.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }
    return new Command(kind, arguments);
  }
}
