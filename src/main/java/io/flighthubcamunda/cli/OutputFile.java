package io.flighthubcamunda.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file to write at the end; that it cannot be written is better heard of at once. */
final class OutputFile implements ITypeConverter<Path> {

  @Override
  public Path convert(String text) {
    var file = Path.of(text).toAbsolutePath();
    if (Files.isDirectory(file) || !Files.isWritable(file.getParent())) {
      throw new TypeConversionException(
          "'%s' can't be written: name a file in a folder that is there and may be written."
              .formatted(text));
    }
    return file;
  }
}
