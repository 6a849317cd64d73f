package dev.seaworthy.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class SourceTest {

  @Test
  void readsOneByteBeyondTheLimit() throws IOException {
    byte[] content = "0123456789".getBytes(UTF_8);

    assertThat(Source.of("a", content).read(4)).asString(UTF_8).isEqualTo("01234");
    assertThat(Source.of("a", content).read(10)).asString(UTF_8).isEqualTo("0123456789");
    assertThat(Source.of("a", content).read(Integer.MAX_VALUE)).hasSize(10);
  }

  @Test
  void readsNoMoreOfAStreamThanItMust() throws IOException {
    InputStream stream = new ByteArrayInputStream("0123456789".getBytes(UTF_8));
    Source source = Source.of(Source.STANDARD_INPUT, stream);
    assertThat(stream.available()).isEqualTo(10);

    assertThat(source.name()).isEqualTo("<stdin>");
    assertThat(source.read(4)).asString(UTF_8).isEqualTo("01234");
    assertThat(stream.available()).isEqualTo(5);
  }

  @Test
  void readsAllOfAStreamThatComesInPieces() throws IOException {
    InputStream drops =
        new InputStream() {
          private int left = 3;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            int b = read();
            if (b < 0) {
              return -1;
            }
            target[offset] = (byte) b;
            return 1;
          }
        };

    assertThat(Source.of("in", drops).read(Integer.MAX_VALUE)).asString(UTF_8).isEqualTo("xxx");
  }

  @Test
  void aStreamRemembersWhatItHasRead() throws IOException {
    Source source = Source.of("in", new ByteArrayInputStream("abcdef".getBytes(UTF_8)));

    assertThat(source.read(2)).asString(UTF_8).isEqualTo("abc");
    assertThat(source.read(100)).asString(UTF_8).isEqualTo("abcdef");
    assertThat(source.read(100)).asString(UTF_8).isEqualTo("abcdef");
    assertThat(source.read(3)).asString(UTF_8).isEqualTo("abcd");
  }

  @Test
  void aBrokenStreamSaysWhy() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatIOException()
        .isThrownBy(() -> Source.of("in", broken).read(10))
        .withMessage("connection reset");
  }
}
