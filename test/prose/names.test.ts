import assert from 'node:assert/strict';
import { isOwnName } from '../../core/prose/names';

describe('isOwnName', () => {
  const own = (name: string) => isOwnName(name, '平安县水利局');

  it('takes words by which an office speaks of itself', () => {
    for (const name of ['我局', '本局', '全县', '本机关', '我单位', '本中心', '我街道', '本']) assert.ok(own(name), name);
  });

  it('takes the name, and abbreviations whose characters stand in it in the same order', () => {
    for (const name of ['平安县水利局', '县水利局', '水利局', '平安水局']) assert.ok(own(name), name);
  });

  it('takes a name after words that end in 我 or 本', () => assert.ok(own('今年以来我局')));

  it('takes no other name', () => {
    for (const name of ['平安县公安局', '局水利', '水水利局', '平安县水利局办公室', '今年我省水利局']) assert.ok(!own(name), name);
  });

  it('takes any name where the organ is not known', () => assert.ok(isOwnName('平安县公安局', null)));
});
