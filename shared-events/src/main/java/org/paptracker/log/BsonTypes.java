package org.paptracker.log;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * How documents and index keys lie in the file: as BSON. As shipped they are Java-serialized objects, which take
 * several times the space, tie the file to the library's classes, and are serialized anew for each comparison of keys.
 */
final class BsonTypes {
    static final BasicDataType<Document> DOCUMENT = new DocumentType();
    static final BasicDataType<KeyValue> KEY = new KeyType();

    private BsonTypes() {}

    private static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    private static final class DocumentType extends BasicDataType<Document> {
        @Override
        public int getMemory(Document document) {
            return encode(document).length;
        }

        @Override
        public void write(WriteBuffer file, Document document) {
            byte[] bson = encode(document);
            file.putVarInt(bson.length).put(bson);
        }

        @Override
        public Document read(ByteBuffer file) {
            byte[] bson = new byte[DataUtils.readVarInt(file)];
            file.get(bson);
            return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
        }

        @Override
        public Document[] createStorage(int size) {
            return new Document[size];
        }
    }

    private static final class KeyType extends BasicDataType<KeyValue> {
        private static final String VALUES = "v";

        @Override
        public int getMemory(KeyValue key) {
            return encode(document(key)).length;
        }

        @Override
        public void write(WriteBuffer file, KeyValue key) {
            DOCUMENT.write(file, document(key));
        }

        @Override
        public KeyValue read(ByteBuffer file) {
            return new KeyValue((List<?>) DOCUMENT.read(file).get(VALUES));
        }

        /** Any total order will do: an index is asked for whole keys only. Nearly all keys are one string. */
        @Override
        public int compare(KeyValue a, KeyValue b) {
            boolean text = isText(a);
            if (text != isText(b)) return text ? -1 : 1;
            return text
                    ? ((String) a.get(0)).compareTo((String) b.get(0))
                    : Arrays.compare(encode(document(a)), encode(document(b)));
        }

        private static boolean isText(KeyValue key) {
            return key.size() == 1 && key.get(0) instanceof String;
        }

        private static Document document(KeyValue key) {
            List<Object> values = new ArrayList<>();
            key.forEach(values::add);
            return new Document(VALUES, values);
        }

        @Override
        public KeyValue[] createStorage(int size) {
            return new KeyValue[size];
        }
    }
}
