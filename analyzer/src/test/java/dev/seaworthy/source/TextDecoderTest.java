package dev.seaworthy.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {

  private static final String TEXT = "name: caf\u00e9 \uD83D\uDEA2\r\nkind: Pod\n";

  @Test
  void decodesUtf8() {
    assertThat(text(TEXT.getBytes(UTF_8))).isEqualTo(TEXT);
  }

  @Test
  void decodesTheEmptyText() {
    assertThat(text(new byte[0])).isEmpty();
  }

  @Test
  void aReplacementCharacterInTheFileIsText() {
    assertThat(text("a\uFFFDb".getBytes(UTF_8))).isEqualTo("a\uFFFDb");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(text(bytes("efbbbf", TEXT, UTF_8))).isEqualTo(TEXT);
    assertThat(text(bytes("fffe", TEXT, UTF_16LE))).isEqualTo(TEXT);
    assertThat(text(bytes("feff", TEXT, UTF_16BE))).isEqualTo(TEXT);
  }

  @Test
  void theSourceTextHasTheNameOfTheSource() {
    DecodedText decoded = TextDecoder.decode("a.yaml", "a: 1".getBytes(UTF_8));

    assertThat(((DecodedText.Text) decoded).text().name()).isEqualTo("a.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "00, the only byte",
    "610a00, a byte in a text",
    "89504e470d0a1a0a00, an image that is no UTF-8 either",
    "6b00690061003a00, UTF-16 that does not announce itself",
  })
  void aNulByteMakesAFileBinary(String hex, String what) {
    assertThat(TextDecoder.decode("x", bytes(hex))).as(what).isInstanceOf(DecodedText.Binary.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ff,                   1:1, byte 0xff is not valid UTF-8",
    "613a20e90a,           1:4, byte 0xe9 is not valid UTF-8",
    "610a0d0a62c3a9c328,   3:3, byte 0xc3 is not valid UTF-8",
    "f09f9aa2f09f9a,       1:3, byte 0xf0 is not valid UTF-8",
    "610aeda080,           2:1, byte 0xed is not valid UTF-8",
    "c0af,                 1:1, byte 0xc0 is not valid UTF-8",
    "61efbfbd62ff,         1:4, byte 0xff is not valid UTF-8",
    "efbbbf6180,           1:2, byte 0x80 is not valid UTF-8",
    "fffe61003ad8,         1:2, byte 0x3a is not valid UTF-16LE",
    "fffe610062,           1:2, byte 0x62 is not valid UTF-16LE",
    "feff0061000add00,     2:1, byte 0xdd is not valid UTF-16BE",
  })
  void saysWhereTheFirstBadByteIs(String hex, String position, String message) {
    DecodedText decoded = TextDecoder.decode("x", bytes(hex));

    assertThat(decoded).isInstanceOf(DecodedText.Malformed.class);
    DecodedText.Malformed malformed = (DecodedText.Malformed) decoded;
    assertThat(malformed.span()).hasToString(position + "-" + position);
    assertThat(malformed.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"fffe000061000000", "0000feff00000061"})
  void refusesUtf32(String hex) {
    assertThat(TextDecoder.decode("x", bytes(hex)))
        .isEqualTo(
            new DecodedText.Malformed(
                Span.FILE_START, "the text is UTF-32, which Kubernetes does not read"));
  }

  private static String text(byte[] content) {
    DecodedText decoded = TextDecoder.decode("x", content);
    assertThat(decoded).isInstanceOf(DecodedText.Text.class);
    return ((DecodedText.Text) decoded).text().text();
  }

  private static byte[] bytes(String mark, String text, Charset charset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes(mark));
    out.writeBytes(text.getBytes(charset));
    return out.toByteArray();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
