# syntax=docker/dockerfile:1
# Built from the top of the repository: docker build -f deploy/query-service.Dockerfile .

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress --projects query-service --also-make -DskipTests package \
    && cp query-service/target/query-service.jar /app.jar

FROM eclipse-temurin:17-jre AS layers
WORKDIR /layers
COPY --from=build /app.jar /app.jar
RUN java -Djarmode=tools -jar /app.jar extract --layers --launcher --destination .

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 pap \
    && useradd --system --uid 10001 --gid pap --no-create-home --shell /usr/sbin/nologin pap \
    && install --directory --owner=pap --group=pap --mode=0700 /data /known-log
COPY --chmod=0555 deploy/healthcheck.sh /healthcheck.sh
WORKDIR /app
# Rarest change first, so that a new release replaces only the last layer.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001:10001
ENV PAP_QUERY_PORT=8082 PAP_DATA=/data
EXPOSE 8082
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD /healthcheck.sh "$PAP_QUERY_PORT"
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-Ddisable-axoniq-console-message=true", "org.springframework.boot.loader.launch.JarLauncher"]
