/** The samples, by what is the matter with them. */
export const right = '平安县水利局2025年政府信息公开工作年度报告.md';
export const wrong = '平安县教育局2025年政府信息公开工作年度报告.txt';
export const drafted = '平安县民政局2025年（起草中）.nianbao';
