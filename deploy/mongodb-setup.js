// A replica set of one member, and one user who may read and write one database. Safe to run again.
const admin = db.getSiblingDB('admin');
admin.auth('root', process.env.ROOT_PASSWORD);

try {
    rs.status();
} catch (error) {
    if (error.codeName !== 'NotYetInitialized') throw error;
    rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
for (let tries = 0; !db.hello().isWritablePrimary; tries++) {
    if (tries > 300) throw new Error('The replica set has no primary after a minute');
    sleep(200);
}

const pap = db.getSiblingDB('pap');
const user = { pwd: process.env.SERVICE_PASSWORD, roles: [{ role: 'readWrite', db: 'pap' }] };
if (pap.getUser('pap') === null) {
    pap.createUser({ user: 'pap', ...user });
} else {
    pap.updateUser('pap', user);
}
print('The replica set and its user are ready');
