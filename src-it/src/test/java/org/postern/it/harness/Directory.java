package org.postern.it.harness;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;

import java.net.InetAddress;

/** An enterprise's directory, reached by LDAP, which a test can take away and bring back. */
public final class Directory implements AutoCloseable {
    private static final String BASE = "dc=example,dc=org";

    private final InMemoryDirectoryServer server;

    private Directory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    /** {@return a directory that lets whoever has this name and password search} */
    public static Directory start(String reader, String password) {
        int port = Ports.free();
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.addAdditionalBindCredentials(reader, password);
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("ldap",
                    InetAddress.ofLiteral("127.0.0.1"), port, null));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: example");
            server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
            server.startListening();
            return new Directory(server);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return its address} */
    public String url() {
        return "ldap://127.0.0.1:" + server.getListenPort();
    }

    /** Enters somebody. */
    public void person(String uid, String password, String mail) {
        try {
            server.add("dn: uid=" + uid + ",ou=people," + BASE, "objectClass: inetOrgPerson", "uid: " + uid,
                    "cn: " + uid, "sn: " + uid, "mail: " + mail, "userPassword: " + password);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody is answered from now on. */
    public void down() {
        server.shutDown(true);
    }

    /** It is there again, at the same address, with all it knew. */
    public void up() {
        try {
            server.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        down();
    }
}
