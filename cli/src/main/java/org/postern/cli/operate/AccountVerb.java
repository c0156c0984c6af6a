package org.postern.cli.operate;

import org.postern.cli.client.Installation;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Passwords;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** What an application outside of the server logs in with. */
@Command(name = "account", description = {
        "Give an application outside of the server the account NAME@applications for the queues, or another password.",
        "NAME+LOGIN is another login of the same account, with a password of its own: so an application changes its password while it runs.",
        "The password is asked for; or it is the first line of standard input, or POSTERN_PASSWORD.",
        "With it an application may read and write queues by JMS, not use the console (docs/applications.md)."}, footer = "Example: ./postern account orders")
public final class AccountVerb extends Verb {
    private static final int SALT_OCTETS = 16;
    private static final String REALM = "/subsystem=elytron/filesystem-realm=applications";

    @Parameters(paramLabel = "NAME", description = "letters, digits, dot, hyphen and underscore; and another login behind +")
    private String name;
    @Option(names = "--remove", description = "let nobody log in by it any more; whoever is logged in stays")
    private boolean remove;

    @Override
    protected void act() {
        if (!name.matches("[A-Za-z0-9._-]+([+][A-Za-z0-9._-]+)?")) {
            throw Trouble.failed(
                    "an account's name has letters, digits, dot, hyphen and underscore, and a login behind + likewise");
        }
        Installation one = session().installation();
        one.token();
        String account = name + "@applications";
        String script = remove ? removal(account) : commands(account, Passwords.read(session()));
        run(one, script);
        screen().text(account + (remove ? " is removed" : ""));
    }

    private static void run(Installation one, String commands) {
        // In a file, not in an argument, which others could see; salted and hashed 2^10 times by the server.
        Path script = one.data().resolve("tmp/account." + ProcessHandle.current().pid());
        Path said = one.data().resolve("tmp/account." + ProcessHandle.current().pid() + ".out");
        DataFolder.secret(script);
        DataFolder.secret(said);
        try {
            Files.writeString(script, commands);
            ProcessBuilder builder = Server.commandLine(one.settings().needed("management.port"),
                    List.of("--file=" + script)).redirectErrorStream(true).redirectOutput(said.toFile());
            if (Server.run(builder) != 0) {
                throw Trouble.failed("the server did not do it: " + Files.readString(said).strip());
            }
        } catch (IOException e) {
            throw Trouble.failed("the server was not asked: " + e.getMessage());
        } finally {
            script.toFile().delete();
            said.toFile().delete();
        }
    }

    private static String removal(String account) {
        return "%s:remove-identity(identity=\"%s\")%n".formatted(REALM, account);
    }

    private static String commands(String account, String password) {
        byte[] salt = new byte[SALT_OCTETS];
        new SecureRandom().nextBytes(salt);
        return """
                if (outcome != success) of %1$s:read-identity(identity="%2$s")
                %1$s:add-identity(identity="%2$s")
                %1$s:add-identity-attribute(identity="%2$s",name=Roles,value=[application])
                end-if
                %1$s:set-password(identity="%2$s",bcrypt={password="%3$s",iteration-count=10,salt=bytes{%4$s}})
                """.formatted(REALM, account, password.replaceAll("[\\\\\"]", "\\\\$0"),
                HexFormat.ofDelimiter(",").withPrefix("0x").formatHex(salt));
    }
}
