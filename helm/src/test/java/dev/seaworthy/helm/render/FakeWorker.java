package dev.seaworthy.helm.render;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An engine process that behaves as the name of the chart says. */
final class FakeWorker {

  private FakeWorker() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(System.out);
    Command.read(in);
    Reply.of(Reply.Kind.READY, "v3.0.0-fake").write(out);
    while (true) {
      Command command = Command.read(in);
      String chart = Path.of(command.arguments().get(1)).getFileName().toString();
      behave(chart, out);
    }
  }

  private static void behave(String chart, DataOutputStream out)
      throws IOException, InterruptedException {
    switch (chart) {
      case "hang":
        Thread.sleep(Long.MAX_VALUE);
        break;
      case "crash":
        System.err.println("fatal error: stack overflow");
        Runtime.getRuntime().halt(2);
        break;
      case "no-memory":
        System.err.println("fatal error: runtime: out of memory");
        Runtime.getRuntime().halt(2);
        break;
      case "garbage":
        out.write("Hello, this is no reply at all".getBytes(StandardCharsets.UTF_8));
        out.flush();
        break;
      case "flood":
        out.writeByte(Reply.Kind.OUTPUT.ordinal());
        out.writeInt(Integer.MAX_VALUE);
        while (true) {
          out.write(new byte[1 << 16]);
        }
      case "too-large":
        new Reply(Reply.Kind.TOO_LARGE, new byte[0]).write(out);
        break;
      case "grow":
        grow();
        break;
      case "home":
        Reply.of(Reply.Kind.OUTPUT, System.getProperty("user.dir")).write(out);
        break;
      case "noise":
        for (int i = 0; i < 100_000; i++) {
          System.err.println("a line that nobody reads");
        }
        answer(out);
        break;
      default:
        answer(out);
    }
  }

  private static void grow() throws InterruptedException {
    List<ByteBuffer> all = new ArrayList<>();
    while (all.size() < 400) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
      while (buffer.hasRemaining()) {
        buffer.put((byte) 1);
      }
      all.add(buffer);
    }
    Thread.sleep(Long.MAX_VALUE);
  }

  private static void answer(DataOutputStream out) throws IOException {
    Reply.of(Reply.Kind.OUTPUT, "process " + ProcessHandle.current().pid()).write(out);
  }
}
