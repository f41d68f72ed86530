package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.upload.Programs.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** MinIO's client, which some systems call mcli because mc is a file manager there. */
final class MinioClient extends InstalledProgram {

  private MinioClient(Optional<Program> program) {
    super("mc", program);
  }

  static MinioClient find(Programs programs) {
    return new MinioClient(
        programs.find(
            List.of("mc", "mcli", "minio-client"),
            "--version",
            Pattern.compile("^(mc|mcli|minio-client) version")));
  }

  @Override
  List<String> arguments(UploadTask task) {
    return List.of(
        "--config-dir=" + task.scratch(),
        "--quiet",
        "cp",
        "--recursive",
        "--disable-multipart",
        task.folder() + "/",
        "bench/" + UploadTask.BUCKET + "/set/");
  }

  @Override
  public Map<String, String> environment(UploadTask task) {
    return Map.of(
        "MC_HOST_bench",
        "https://%s:%s@%s"
            .formatted(UploadTask.ACCESS_KEY, UploadTask.SECRET_KEY, task.store().getAuthority()),
        "SSL_CERT_FILE",
        task.certificate().pem().toString());
  }
}
