package dev.seaworthy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.schema.generator.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSchemasTest {

  @TempDir Path folder;

  @Test
  void theSameClientsGiveTheSameBytes() throws IOException {
    Path again = folder.resolve("kubernetes.schemas");

    Generator.main(new String[] {System.getProperty("kubernetes.clients"), again.toString()});

    assertThat(Files.readAllBytes(again)).isEqualTo(SchemaStore.resource());
  }
}
