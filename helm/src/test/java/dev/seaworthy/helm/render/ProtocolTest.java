package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolTest {

  private static final String TEXT = "a\n\u00fc\ud83d\ude80\0";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private DataInputStream written() {
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @ParameterizedTest
  @EnumSource
  void repliesArriveAsTheyWereSent(Reply.Kind kind) throws Exception {
    Reply.of(kind, TEXT).write(out);
    Reply.of(kind, "").write(out);
    DataInputStream in = written();
    Reply first = Reply.read(in, 100);
    assertThat(first.kind()).isEqualTo(kind);
    assertThat(first.text()).isEqualTo(TEXT);
    assertThat(Reply.read(in, 100).text()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void commandsArriveAsTheyWereSent(Command.Kind kind) throws Exception {
    Command command = new Command(kind, List.of(TEXT, "", "x".repeat(100_000)));
    command.write(out);
    new Command(kind, List.of()).write(out);
    DataInputStream in = written();
    assertThat(Command.read(in)).isEqualTo(command);
    assertThat(Command.read(in).arguments()).isEmpty();
  }

  @Test
  void repliesBeyondTheLimitAreNotRead() throws Exception {
    Reply.of(Reply.Kind.OUTPUT, "12345").write(out);
    assertThat(Reply.read(written(), 5).text()).isEqualTo("12345");
    assertThatThrownBy(() -> Reply.read(written(), 4)).isInstanceOf(IOException.class);
  }

  @Test
  void repliesOfUnknownKindAreNotRead() throws Exception {
    out.writeByte(77);
    out.writeInt(0);
    assertThatThrownBy(() -> Reply.read(written(), 100)).isInstanceOf(IOException.class);
  }

  @Test
  void repliesOfNegativeLengthAreNotRead() throws Exception {
    out.writeByte(0);
    out.writeInt(-1);
    assertThatThrownBy(() -> Reply.read(written(), 100)).isInstanceOf(IOException.class);
  }

  @Test
  void repliesThatAreCutOffAreNotRead() throws Exception {
    out.writeByte(0);
    out.writeInt(5);
    out.writeByte('x');
    assertThatThrownBy(() -> Reply.read(written(), 100)).isInstanceOf(EOFException.class);
  }
}
