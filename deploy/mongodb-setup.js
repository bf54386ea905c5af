// A replica set of one member, and a user for each service with the least that it needs. Safe to run again.
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

const log = db.getSiblingDB('pap');
const views = db.getSiblingDB('pap_views');

function role(database, name, privileges) {
    if (database.getRole(name) === null) database.createRole({ role: name, privileges, roles: [] });
    else database.updateRole(name, { privileges, roles: [] });
}

function user(database, name, pwd, roles) {
    if (database.getUser(name) === null) database.createUser({ user: name, pwd, roles });
    else database.updateUser(name, { pwd, roles });
}

const on = (database, collection, actions) => ({ resource: { db: database.getName(), collection }, actions });

// Nobody may delete from the log. An update is what an erasure needs. Only people are deleted, when they are forgotten.
role(log, 'logWriter', [
    on(log, 'events', ['find', 'insert', 'update', 'createCollection', 'createIndex', 'compact']),
    on(log, 'snapshots', ['find', 'insert', 'update', 'createCollection']),
    on(log, 'people', ['find', 'insert', 'update', 'remove', 'createCollection', 'createIndex']),
]);
role(log, 'logReader', [
    on(log, 'events', ['find']),
    on(log, 'snapshots', ['find']),
    on(log, 'people', ['find']),
]);
role(views, 'viewScrubber', [on(views, '', ['compact'])]);

user(log, 'pap', process.env.COMMAND_PASSWORD, [{ role: 'logWriter', db: 'pap' }]);
user(views, 'pap-query', process.env.QUERY_PASSWORD, [
    { role: 'logReader', db: 'pap' },
    { role: 'readWrite', db: 'pap_views' },
    { role: 'viewScrubber', db: 'pap_views' },
]);
print('The replica set and its users are ready');
