package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.upload.Programs.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** MinIO's client, which some systems call mcli because mc is a file manager there. */
record MinioClient(Optional<Program> program) implements Contestant {

  static MinioClient find(Programs programs) {
    return new MinioClient(
        programs.find(
            List.of("mc", "mcli", "minio-client"),
            "--version",
            Pattern.compile("^(mc|mcli|minio-client) version")));
  }

  @Override
  public String name() {
    return "mc";
  }

  @Override
  public Optional<String> version() {
    return program.map(Program::version);
  }

  @Override
  public List<String> command(UploadTask task) {
    return List.of(
        program.orElseThrow().path().toString(),
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
