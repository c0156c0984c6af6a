package org.postern.marks;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.outcome.Diagnosis;
import org.postern.delivery.outcome.RecipientResult;
import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mark in octets: the taking, and for each thing that was said, to whom it was said. */
final class MarkCodec {
    private MarkCodec() {}

    /**
     * What was marked of one taking.
     *
     * @param said what the servers said, by the forward-path of each recipient
     */
    record Mark(String taking, Map<String, Diagnosis.Taken> said) {}

    /** {@return what was said, by the forward-path of each recipient} */
    static Map<String, Diagnosis.Taken> said(List<RecipientResult> taken) {
        Map<String, Diagnosis.Taken> said = HashMap.newHashMap(taken.size());
        for (RecipientResult result : taken) {
            if (result.diagnosis() instanceof Diagnosis.Taken diagnosis) {
                said.put(result.recipient().path().toString(), diagnosis);
            }
        }
        return said;
    }

    static byte[] write(String taking, Map<String, Diagnosis.Taken> paths) {
        Map<Diagnosis.Taken, List<String>> said = new LinkedHashMap<>();
        paths.forEach((path, diagnosis) -> said.computeIfAbsent(diagnosis, one -> new ArrayList<>()).add(path));
        ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeUTF(taking);
            out.writeInt(said.size());
            for (Map.Entry<Diagnosis.Taken, List<String>> one : said.entrySet()) {
                write(one.getKey(), out);
                writeAll(one.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static void write(Diagnosis.Taken said, DataOutputStream out) throws IOException {
        out.writeUTF(said.server().name());
        byte[] address = said.server().address().getAddress();
        out.writeByte(address.length);
        out.write(address);
        out.writeInt(said.server().port());
        out.writeInt(said.reply().code());
        out.writeBoolean(said.reply().status().isPresent());
        if (said.reply().status().isPresent()) {
            EnhancedStatus status = said.reply().status().get();
            out.writeInt(status.statusClass());
            out.writeInt(status.subject());
            out.writeInt(status.detail());
        }
        writeAll(said.reply().lines(), out);
        out.writeUTF(said.facts());
        out.writeUTF(said.handover().name());
    }

    private static void writeAll(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    /** @throws IllegalArgumentException when it is no mark of this version */
    static Mark read(byte[] octets) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            String taking = in.readUTF();
            Map<String, Diagnosis.Taken> said = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                Diagnosis.Taken taken = readTaken(in);
                readAll(in).forEach(path -> said.put(path, taken));
            }
            return new Mark(taking, said);
        } catch (IOException e) {
            throw new IllegalArgumentException("no mark", e);
        }
    }

    private static Diagnosis.Taken readTaken(DataInputStream in) throws IOException {
        String name = in.readUTF();
        InetAddress address = InetAddress.getByAddress(name, in.readNBytes(in.readByte()));
        NextServer server = new NextServer(name, address, in.readInt());
        int code = in.readInt();
        Optional<EnhancedStatus> status = in.readBoolean()
                ? Optional.of(new EnhancedStatus(in.readInt(), in.readInt(), in.readInt()))
                : Optional.empty();
        Reply reply = new Reply(code, status, readAll(in));
        return new Diagnosis.Taken(server, reply, in.readUTF(), Diagnosis.Handover.valueOf(in.readUTF()));
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
