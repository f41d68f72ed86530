package io.flighthubcamunda.simulator;

/**
 * What can be reconstructed, with its number in the model details (fact sheet 2.10), its names in
 * the start call (2.7) and its image limits (2.15).
 */
public enum ModelType {
  TWO_D(1, "2d", 5, 20_000),
  THREE_D(2, "3d", 5, 20_000),
  GAUSSIAN_SPLATTING(3, "3dgs", 10, 4_000),
  LIDAR(4, "lidar", 5, 20_000);

  private final int number;
  private final String name;
  private final int minimumImages;
  private final int maximumImages;

  ModelType(int number, String name, int minimumImages, int maximumImages) {
    this.number = number;
    this.name = name;
    this.minimumImages = minimumImages;
    this.maximumImages = maximumImages;
  }

  /** The value of {@code model_type}. */
  public int number() {
    return number;
  }

  /** 2d, 3d, 3dgs or lidar. */
  public String shortName() {
    return name;
  }

  public int minimumImages() {
    return minimumImages;
  }

  public int maximumImages() {
    return maximumImages;
  }

  String parameterField() {
    return "parameter_" + name;
  }

  String answerField() {
    return "model_" + name;
  }
}
