package org.postern.cli.operate;

import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Map;

/** Options of a start that stand for settings. */
final class RunOptions {
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** {@return the settings that were given so, by their keys} */
    Map<String, String> settings() {
        return settings;
    }

    @Option(names = "--mx-bind", paramLabel = "ADDRESS", description = "where the world's mail is heard (127.0.0.1)")
    void mxBind(String value) {
        settings.put("listener.mx.bind", value);
    }

    @Option(names = "--mx-port", paramLabel = "PORT", description = "(2525; 0 = not at all)")
    void mxPort(String value) {
        settings.put("listener.mx.port", value);
    }

    @Option(names = "--submission-bind", paramLabel = "ADDRESS", description = "for users (127.0.0.1)")
    void submissionBind(String value) {
        settings.put("listener.submission.bind", value);
    }

    @Option(names = "--submission-port", paramLabel = "PORT", description = "(0 = not at all)")
    void submissionPort(String value) {
        settings.put("listener.submission.port", value);
    }

    @Option(names = "--submissions-bind", paramLabel = "ADDRESS", description = "for users inside TLS (127.0.0.1)")
    void submissionsBind(String value) {
        settings.put("listener.submissions.bind", value);
    }

    @Option(names = "--submissions-port", paramLabel = "PORT", description = "(0 = not at all)")
    void submissionsPort(String value) {
        settings.put("listener.submissions.port", value);
    }

    @Option(names = "--lmtp-bind", paramLabel = "ADDRESS", description = "for LMTP (127.0.0.1)")
    void lmtpBind(String value) {
        settings.put("listener.lmtp.bind", value);
    }

    @Option(names = "--lmtp-port", paramLabel = "PORT", description = "(0 = not at all)")
    void lmtpPort(String value) {
        settings.put("listener.lmtp.port", value);
    }

    @Option(names = "--internal-bind", paramLabel = "ADDRESS", description = "for systems of one's own (127.0.0.1)")
    void internalBind(String value) {
        settings.put("listener.internal.bind", value);
    }

    @Option(names = "--internal-port", paramLabel = "PORT", description = "(0 = not at all)")
    void internalPort(String value) {
        settings.put("listener.internal.port", value);
    }

    @Option(names = "--http-bind", paramLabel = "ADDRESS", description = "where the console is seen (127.0.0.1)")
    void httpBind(String value) {
        settings.put("http.bind", value);
    }

    @Option(names = "--http-port", paramLabel = "PORT", description = "(8080)")
    void httpPort(String value) {
        settings.put("http.port", value);
    }

    @Option(names = "--management-port", paramLabel = "PORT", description = "WildFly's management, on 127.0.0.1 only (9990)")
    void managementPort(String value) {
        settings.put("management.port", value);
    }
}
