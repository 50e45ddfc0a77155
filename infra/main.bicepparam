using 'main.bicep'

// azd and the deployment workflow say these by environment variables. A default here means: not needed.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'approvals')
param siteBaseUrl = readEnvironmentVariable('APPROVALS_SITE_URL', '')
param mailbox = readEnvironmentVariable('APPROVALS_MAILBOX')
param graphMail = bool(readEnvironmentVariable('APPROVALS_GRAPH_MAIL', 'false'))
param smtpHost = readEnvironmentVariable('APPROVALS_SMTP_HOST', '')
param smtpUser = readEnvironmentVariable('APPROVALS_SMTP_USER', '')
param mailReceiver = readEnvironmentVariable('APPROVALS_MAIL_RECEIVER', '')
param mailSigningCertificate = readEnvironmentVariable('APPROVALS_MAIL_SIGNING_CERTIFICATE', '')
param peopleDocument = readEnvironmentVariable('APPROVALS_PEOPLE_DOCUMENT', '')
param alertEmails = filter(
  split(readEnvironmentVariable('APPROVALS_ALERT_EMAILS', ''), ','),
  address => !empty(address)
)
param vaultSettings = toObject(
  filter(split(readEnvironmentVariable('APPROVALS_VAULT_SETTINGS', ''), ','), pair => !empty(pair)),
  pair => first(split(pair, '=')),
  pair => last(split(pair, '='))
)
param dataRedundancy = readEnvironmentVariable('APPROVALS_DATA_REDUNDANCY', 'Standard_ZRS')
param immutabilityDays = int(readEnvironmentVariable('APPROVALS_IMMUTABILITY_DAYS', '0'))
param hardwareKeys = bool(readEnvironmentVariable('APPROVALS_HARDWARE_KEYS', 'false'))
param durableTaskScheduler = bool(readEnvironmentVariable('APPROVALS_DURABLE_TASK_SCHEDULER', 'false'))
param privateNetwork = bool(readEnvironmentVariable('APPROVALS_PRIVATE_NETWORK', 'false'))
