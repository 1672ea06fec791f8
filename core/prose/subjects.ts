/*
 * What sentences of a report speak of, as patterns: in one place, each with examples that are run as tests. A figure is
 * bound by the words before it in its own clause, or by those after it; the pattern that begins nearest to it wins.
 */
import { type ApplicantColumns, defineSubject, type Subject } from './subject';
import { disputes, documents, requests } from './topics';

/** Units of requests and cases. */
const cases = '件份宗条起例';
/** Units of documents. */
const documentUnits = '件份个部';
/** Ways in which a request comes, and who has received it: parts of the whole, which the table does not tell. */
const channels = /网络|网上|线上|信函|邮寄|寄送|当面|现场|邮件|邮箱|平台|在线|传真|书面|窗口|来函/;
const verdicts = /办结|审结|维持|纠正|撤销|驳回|变更|胜诉|败诉|应诉|答复/;

/** Those who make requests. */
const applicants: readonly ApplicantColumns[] = [
  {
    id: 'natural',
    columns: ['natural'],
    before: /(?<!非)自然人[^，,、]*$/,
    examples: [
      ['自然人申请3493件', 3493],
      ['其中自然人3件', 3],
    ],
  },
  {
    id: 'organisations',
    columns: ['business', 'research', 'nonprofit', 'legal', 'other'],
    before: /法人[^，,、]{0,3}其[他它]组织[^，,、]*$/,
    examples: [
      ['法人或其他组织申请114件', 114],
      ['法人和其他组织1件', 1],
    ],
  },
];

export const subjects: readonly Subject[] = [
  defineSubject({
    id: 'carriedIn',
    counts: ['requests.carriedIn.total'],
    topic: requests,
    units: cases,
    before:
      /(?:上一?年度?|去年度?|往年)(?:政府信息公开申请|申请)?(?:结转|转入|遗留|接转)[^，,]*$|(?:结转|承接)(?:自)?(?:上一?年度?|去年)[^，,]*$/,
    examples: [
      ['上年结转1件', 1],
      ['上年度结转申请2件', 2],
      ['结转上年度3件', 3],
      ['2024年结转3件', 3],
    ],
  }),
  defineSubject({
    id: 'carriedOut',
    counts: ['requests.carriedOut.total'],
    topic: requests,
    units: cases,
    before: /(?:结转|转入?|延至)(?:至|到|入)?(?:下一?年度?|次年|来年)[^，,]*$|(?:未办结|尚未办结|未办理完毕|正在办理|尚在办理)[^，,]*$/,
    after: /^(?:政府信息公开)?(?:申请)?(?:未办结|尚未办结|正在办理|结转|转)(?:至|到|入)?(?:下一?年度?|次年|来年|$)/,
    examples: [
      ['结转下年度1件', 1],
      ['转下年度办理125件', 125],
      ['未办结0件', 0],
      ['有2件结转至下一年度继续办理', 2],
      ['结转至2026年3件', 3],
    ],
  }),
  defineSubject({
    id: 'newAndCarriedIn',
    counts: ['requests.new.total', 'requests.carriedIn.total'],
    topic: requests,
    units: cases,
    applicants,
    before: /(?:收办|共办理|合计办理|应办理)[^，,]*$/,
    examples: [['全年共收办政府信息公开申请案件3646件', 3646]],
  }),
  defineSubject({
    id: 'new',
    counts: ['requests.new.total'],
    topic: requests,
    units: cases,
    applicants,
    before: /(?:收到|接到|受理|接收|新收|收悉|接收到)[^，,]*$/,
    after: /^(?:政府)?(?:信息)?(?:依申请|公开)?[^，,。；;、]{0,8}申请/,
    lead: /(?:收到|接到|受理|接收|新收)(?:了)?(?:共|共计)?$/,
    unless: channels,
    examples: [
      ['共收到依申请公开5件', 5],
      ['收到政府信息公开申请12件', 12],
      ['受理依申请公开件255件', 255],
      ['我局收到1件政府信息公开申请', 1],
      ['新收政府信息公开申请29件', 29],
      ['收到依申请公开信件及相关事项0件', 0],
    ],
    denials: [
      {
        pattern:
          /(?:未|没有|尚未|未曾|无)(?:收到|接到|受理|接收)(?:过|到|任何)?[^，,。；;]{0,24}?(?:依申请公开|公开(?:的)?申请|申请公开)[^，,。；;、]{0,14}/g,
        unless: /收费|减免|复议|诉讼|举报|投诉|异议|网络|信函|邮寄|当面|平台|不服/,
        examples: ['未收到政府信息公开申请', '没有收到公民、法人依申请公开的申请', '未收到依申请公开政府信息办理事项'],
      },
    ],
  }),
  defineSubject({
    id: 'handled',
    counts: ['requests.handled.total'],
    topic: requests,
    units: cases,
    applicants,
    before: /(?<!未|尚未)(?:办结|办理完结|办理完毕)[^，,]*$/,
    unless: channels,
    examples: [
      ['办结11件', 11],
      ['已办结政府信息公开申请27件', 27],
    ],
  }),
  defineSubject({
    id: 'granted',
    counts: ['requests.granted.total'],
    topic: requests,
    units: cases,
    before: /(?<!不)予以公开[^，,]*$|(?<!不)同意公开[^，,]*$/,
    examples: [['予以公开71件', 71]],
  }),
  defineSubject({
    id: 'partial',
    counts: ['requests.partial.total'],
    topic: requests,
    units: cases,
    before: /部分公开[^，,]*$/,
    examples: [['予以部分公开5件', 5]],
  }),
  defineSubject({
    id: 'refused',
    counts: ['requests.refused.*.total'],
    topic: requests,
    units: cases,
    before: /不予公开[^，,]*$|不同意公开[^，,]*$/,
    examples: [['不予公开28件', 28]],
  }),
  defineSubject({
    id: 'unavailable',
    counts: ['requests.unavailable.*.total'],
    topic: requests,
    units: cases,
    before: /无法提供[^，,]*$/,
    examples: [['无法提供6件', 6]],
  }),
  defineSubject({
    id: 'rejected',
    counts: ['requests.rejected.*.total'],
    topic: requests,
    units: cases,
    before: /不予处理[^，,]*$/,
    examples: [['不予处理158件', 158]],
  }),
  defineSubject({
    id: 'otherwise',
    counts: ['requests.otherwise.total', 'requests.otherwise.*.total'],
    topic: requests,
    units: cases,
    before: /其[他它]处理[^，,]*$/,
    examples: [['其他处理4件', 4]],
  }),
  defineSubject({
    id: 'disputes',
    counts: ['disputes.reconsideration.total', 'disputes.litigationDirect.total', 'disputes.litigationAfter.total'],
    topic: disputes,
    units: cases,
    before: /行政复议(?:案件|申请)?(?:[、和及与或]|以及)(?:被?提起)?行政诉讼(?:案件)?[^，,、]*$/,
    unless: verdicts,
    examples: [['发生行政复议和行政诉讼共3件', 3]],
    denials: [
      {
        pattern:
          /(?:未|没有|无|不存在)(?:发生|产生|出现|收到|引发|有|被)?[^，,。；;]{0,30}?行政复议[^，,。；;]{0,12}行政诉讼[^，,。；;、]{0,8}/g,
        unless: /败诉|纠正|撤销|变更|改变|维持|违法|未经复议|应诉/,
        examples: ['未发生因政府信息公开引起的申请行政复议、提起行政诉讼的情况', '无行政复议、行政诉讼'],
      },
    ],
  }),
  defineSubject({
    id: 'reconsideration',
    counts: ['disputes.reconsideration.total'],
    topic: disputes,
    units: cases,
    before: /行政复议(?!.*(?:行政诉讼|复议后))[^，,、]*$/,
    after: /^(?:因?政府信息公开)?(?:引[发起]的?)?行政复议(?![、和及与或])/,
    unless: verdicts,
    examples: [
      ['发生政府信息公开行政复议0起', 0],
      ['引发行政复议1件', 1],
      ['引发1件行政复议', 1],
    ],
    denials: [
      {
        pattern:
          /(?:未|没有|不存在)(?:发生|产生|出现|收到|引发|有|被)[^，,。；;]{0,30}?行政复议(?![^，,。；;]{0,12}行政诉讼)[^，,。；;、]{0,8}/g,
        unless: /败诉|纠正|撤销|变更|改变|维持|违法|应诉/,
        examples: ['未发生政府信息公开行政复议案件'],
      },
    ],
  }),
  defineSubject({
    id: 'litigation',
    counts: ['disputes.litigationDirect.total', 'disputes.litigationAfter.total'],
    topic: disputes,
    units: cases,
    before: /(?<!行政复议(?:案件|申请)?[、和及与或](?:被?提起)?)行政诉讼[^，,、]*$/,
    after: /^(?:因?政府信息公开)?(?:引[发起]的?)?行政诉讼/,
    unless: verdicts,
    examples: [
      ['行政诉讼0起', 0],
      ['被提起行政诉讼2件', 2],
    ],
    denials: [
      {
        pattern:
          /(?:未|没有|不存在)(?:发生|产生|出现|收到|引发|有|被)(?![^，,。；;]{0,30}行政复议)[^，,。；;]{0,30}?行政诉讼[^，,。；;、]{0,8}/g,
        unless: /败诉|纠正|撤销|变更|改变|维持|违法|应诉/,
        examples: ['未发生因政府信息公开引起的行政诉讼'],
      },
    ],
  }),
  defineSubject({
    id: 'normativeIssued',
    counts: ['proactive.normative.issued'],
    topic: documents,
    units: documentUnits,
    before:
      /(?:制定|制发|出台|印发|发布|制订)[^，,、]*?规范性文件[^，,、]*$|规范性文件(?:共|新)?(?:制定|制发|出台|印发|发布|制订)[^，,、]*$/,
    after: /^(?:行政)?规范性文件/,
    lead: /(?:制定|制发|出台|印发|发布|制订)(?:了)?(?:共|共计)?$/,
    unless: /主动公开|解读|备案|审查|审核|报送|代|累计|征求/,
    examples: [
      ['制定发布规范性文件4件', 4],
      ['新制定行政规范性文件2件', 2],
      ['印发3件规范性文件', 3],
    ],
    denials: [
      {
        pattern: /(?:未|没有)(?:新)?(?:制定|制发|出台|印发|发布)(?:新的|任何|行政)*规范性文件/g,
        examples: ['未制定行政规范性文件'],
      },
    ],
  }),
  defineSubject({
    id: 'normativeRepealed',
    counts: ['proactive.normative.repealed'],
    topic: documents,
    units: documentUnits,
    before: /(?:废止|宣布失效)[^，,、]*$/,
    unless: /解读|备案|审查|审核|报送|累计|修订|修改/,
    examples: [
      ['清理废止规范性文件0件', 0],
      ['废止规范性文件1件', 1],
    ],
  }),
  defineSubject({
    id: 'normativeEffective',
    counts: ['proactive.normative.effective'],
    topic: documents,
    units: documentUnits,
    before: /(?:现行有效|继续有效|保留有效)[^，,、]*$/,
    examples: [
      ['现行有效规范性文件20件', 20],
      ['规范性文件现行有效14件', 14],
    ],
  }),
];
