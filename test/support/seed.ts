import fc from 'fast-check';

// The properties of `npm test` try the same cases each time, so that what fails was changed; `npm run fuzz` tries new ones.
fc.configureGlobal({ seed: 20_211_026 });
