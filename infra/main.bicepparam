using 'main.bicep'

// azd and the deployment workflow say these by environment variables; what is not said keeps main.bicep's default.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'approvals')
param siteBaseUrl = readEnvironmentVariable('APPROVALS_SITE_URL', '')
param mailbox = readEnvironmentVariable('APPROVALS_MAILBOX', '')
param mailReceiver = readEnvironmentVariable('APPROVALS_MAIL_RECEIVER', '')
param alertEmails = filter(
  split(readEnvironmentVariable('APPROVALS_ALERT_EMAILS', ''), ','),
  address => !empty(address)
)
param dataRedundancy = readEnvironmentVariable('APPROVALS_DATA_REDUNDANCY', 'Standard_ZRS')
param recordImmutabilityDays = int(readEnvironmentVariable('APPROVALS_RECORD_IMMUTABILITY_DAYS', '0'))
param hardwareKeys = bool(readEnvironmentVariable('APPROVALS_HARDWARE_KEYS', 'false'))
param durableTaskScheduler = bool(readEnvironmentVariable('APPROVALS_DURABLE_TASK_SCHEDULER', 'false'))
param privateNetwork = bool(readEnvironmentVariable('APPROVALS_PRIVATE_NETWORK', 'false'))
