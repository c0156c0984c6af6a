package org.postern.cli.operate;

import org.postern.cli.client.Installation;
import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Passwords;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
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
        "The password is asked for; or it is the first line of standard input, or POSTERN_PASSWORD.",
        "With it an application may read and write queues by JMS, not use the console (docs/applications.md)."}, footer = "Example: ./postern account orders")
public final class AccountVerb extends Verb {
    private static final int SALT_OCTETS = 16;

    @Parameters(paramLabel = "NAME", description = "letters, digits, dot, hyphen and underscore")
    private String name;

    @Override
    protected void act() {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw Trouble.failed("an account's name has letters, digits, dot, hyphen and underscore");
        }
        Installation one = session().installation();
        one.token();
        String account = name + "@applications";
        String password = Passwords.read(session());
        // In a file, not in an argument, which others could see; salted and hashed 2^10 times by the server.
        Path script = one.data().resolve("tmp/account." + ProcessHandle.current().pid());
        Path said = one.data().resolve("tmp/account." + ProcessHandle.current().pid() + ".out");
        DataFolder.secret(script);
        DataFolder.secret(said);
        try {
            Files.writeString(script, commands(account, password));
            ProcessBuilder builder = Server.commandLine(one.settings().needed("management.port"),
                    List.of("--file=" + script)).redirectErrorStream(true).redirectOutput(said.toFile());
            if (Server.run(builder) != 0) {
                throw Trouble.failed("the account was not made: " + Files.readString(said).strip());
            }
        } catch (IOException e) {
            throw Trouble.failed("the account was not made: " + e.getMessage());
        } finally {
            script.toFile().delete();
            said.toFile().delete();
        }
        screen().text(account);
    }

    private static String commands(String account, String password) {
        String realm = "/subsystem=elytron/filesystem-realm=applications";
        byte[] salt = new byte[SALT_OCTETS];
        new SecureRandom().nextBytes(salt);
        return """
                if (outcome != success) of %1$s:read-identity(identity=%2$s)
                %1$s:add-identity(identity=%2$s)
                %1$s:add-identity-attribute(identity=%2$s,name=Roles,value=[application])
                end-if
                %1$s:set-password(identity=%2$s,bcrypt={password="%3$s",iteration-count=10,salt=bytes{%4$s}})
                """.formatted(realm, account, password.replaceAll("[\\\\\"]", "\\\\$0"),
                HexFormat.ofDelimiter(",").withPrefix("0x").formatHex(salt));
    }
}
