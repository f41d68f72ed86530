package io.flighthubcamunda.cli;

import io.flighthubcamunda.api.ReconstructionType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --type}, the same for every verb that has it. */
final class TypeOption {

  @Option(
      names = {"-t", "--type", "--types"},
      split = ",",
      paramLabel = "TYPE",
      converter = Converter.class,
      description = "What to make: 2d, 3d, 3dgs, lidar; several with commas. Default: 3d.")
  private List<ReconstructionType> types = new ArrayList<>();

  Set<ReconstructionType> types() {
    return types.isEmpty() ? EnumSet.of(ReconstructionType.THREE_D) : EnumSet.copyOf(types);
  }

  List<String> labels() {
    return types().stream().map(ReconstructionType::label).toList();
  }

  static final class Converter implements ITypeConverter<ReconstructionType> {

    @Override
    public ReconstructionType convert(String label) {
      try {
        return ReconstructionType.of(label);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
