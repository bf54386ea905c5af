package org.paptracker.command.platform.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.platform.http.BodyLimit;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.paptracker.values.plan.PlanId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of updates over HTTP: in CSV or as the first sheet of an XLSX file. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/imports")
class ImportApi {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final byte[] NOTHING = {};

    private final Importer importer;

    ImportApi(Importer importer) {
        this.importer = importer;
    }

    /** In what a template can be had. */
    enum Format {
        csv,
        xlsx
    }

    @RequiresRight(Right.RECORD_PROGRESS)
    @PostMapping(consumes = {CSV, XLSX})
    ResponseEntity<ImportAnswer> take(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody(required = false) byte @Nullable [] file) {
        BiConsumer<byte[], Consumer<TableRow>> format =
                type.equalsTypeAndSubtype(MediaType.parseMediaType(XLSX)) ? XlsxTable::read : CsvTable::read;
        ImportAnswer answer = importer.take(plan, format, file == null ? NOTHING : file, dryRun, partial);
        return ResponseEntity.ok()
                .header(HttpCommands.LOG_POSITION, Long.toString(answer.position()))
                .body(answer);
    }

    @RequiresRight(Right.RECORD_PROGRESS)
    @GetMapping("/template")
    ResponseEntity<byte[]> template(
            @PathVariable PlanId plan, @RequestParam String kind, @RequestParam(defaultValue = "csv") Format format) {
        importer.requireKnown(plan);
        ImportKind<?> wanted = importer.kind(kind);
        String name = wanted.name() + "." + format;
        return ResponseEntity.ok()
                .contentType(
                        format == Format.csv
                                ? new MediaType("text", "csv", StandardCharsets.UTF_8)
                                : MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(format == Format.csv ? Template.csv(wanted) : Template.xlsx(wanted));
    }

    /** A table is more than one update. */
    @Component
    static final class Limit implements BodyLimit {
        static final int MOST_BYTES = 4 * 1024 * 1024;

        @Override
        public int bytes(HttpServletRequest request) {
            boolean isImport = request.getMethod().equals("POST")
                    && request.getRequestURI().endsWith("/imports");
            return isImport ? MOST_BYTES : 0;
        }
    }
}
