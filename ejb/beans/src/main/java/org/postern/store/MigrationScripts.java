package org.postern.store;

import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.api.ResourceProvider;

import java.io.InputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The migration scripts by name: Flyway's scan of the class path does not find them in the server's virtual file system. */
final class MigrationScripts implements ResourceProvider {
    private static final List<String> NAMES = List.of("V1__parked_mail.sql", "V2__trace.sql", "V3__console_user.sql",
            "V4__mail_user.sql", "V5__trace_story.sql", "V7__queue.sql", "V8__routing.sql", "V9__tls_policy.sql",
            "V10__return_key.sql", "V11__listener.sql", "V12__assessment.sql", "V13__return_sender.sql",
            "V14__list_entry.sql", "V15__signing_key.sql", "V20__learning.sql", "V21__greylist.sql",
            "V22__trace_event_ids.sql", "V23__report.sql", "V24__received_report.sql", "V25__mail_rule.sql",
            "V26__quarantine.sql", "V27__digest.sql", "V28__quarantine_rule.sql", "V30__trace_search.sql",
            "V38__console_session.sql", "V39__admin_audit.sql", "V45__flow_figure.sql",
            "V50__console_way.sql", "V51__audit_person.sql",
            "V52__console_gate.sql", "V58__api_token.sql", "V59__api_answer.sql",
            "V60__domains_of_people.sql", "V61__person_of_provider.sql", "V63__admin_edit.sql", "V64__setting.sql",
            "V65__setting_past.sql", "V66__trace_client_places.sql", "V67__return_wish.sql",
            "V68__conversation.sql", "V70__application_account.sql", "V72__sink.sql",
            "V75__archive.sql", "V76__node.sql");

    /** {@return the script, or null where there is none, as Flyway expects when it looks for settings beside a script} */
    @Override
    public LoadableResource getResource(String name) {
        return NAMES.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return NAMES.stream()
                .filter(name -> name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .<LoadableResource>map(Script::new)
                .toList();
    }

    /** A script beside this class. */
    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream script = Objects.requireNonNull(MigrationScripts.class.getResourceAsStream(name), name)) {
                return new StringReader(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("the migration " + name + " cannot be read", e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
