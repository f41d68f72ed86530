package io.flighthubcamunda.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What FlightHub can make of a set of photographs. The numbers are those of {@code model_type}
 * (fact sheet 2.10), the limits those of one reconstruction (fact sheet 2.15).
 */
public enum ReconstructionType {
  TWO_D("2d", 1, 5, 20_000),
  THREE_D("3d", 2, 5, 20_000),
  THREE_DGS("3dgs", 3, 10, 4_000),
  LIDAR("lidar", 4, 5, 20_000);

  private final String label;
  private final int modelType;
  private final int minimumImages;
  private final int maximumImages;

  ReconstructionType(String label, int modelType, int minimumImages, int maximumImages) {
    this.label = label;
    this.modelType = modelType;
    this.minimumImages = minimumImages;
    this.maximumImages = maximumImages;
  }

  /**
   * The type with this label, in small letters as process variables and the command line write it.
   *
   * @throws IllegalArgumentException when there is no such type; the message lists the known ones
   */
  @JsonCreator
  public static ReconstructionType of(String label) {
    return Arrays.stream(values())
        .filter(type -> type.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(label)));
  }

  /** The type that FlightHub gives this number, or empty for a number that is not known. */
  public static Optional<ReconstructionType> ofModelType(int modelType) {
    return Arrays.stream(values()).filter(type -> type.modelType == modelType).findFirst();
  }

  /** The word for this type in process variables and on the command line. */
  @JsonValue
  public String label() {
    return label;
  }

  /** FlightHub's number for this type. */
  public int modelType() {
    return modelType;
  }

  /** The smallest number of photographs that FlightHub reconstructs. */
  public int minimumImages() {
    return minimumImages;
  }

  /** The largest number of photographs that FlightHub reconstructs. */
  public int maximumImages() {
    return maximumImages;
  }

  @Override
  public String toString() {
    return label;
  }

  private static String unknown(String label) {
    String known =
        Arrays.stream(values()).map(ReconstructionType::label).collect(Collectors.joining(", "));
    return "There is no reconstruction type \"%s\"; the known ones are %s.".formatted(label, known);
  }
}
